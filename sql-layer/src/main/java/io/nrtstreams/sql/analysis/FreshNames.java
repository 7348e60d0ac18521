package io.nrtstreams.sql.analysis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives names that nothing else in reach has. */
final class FreshNames {

    private final Set<String> taken = new HashSet<>();

    FreshNames(Collection<String> taken) {
        this.taken.addAll(taken);
    }

    /** The wanted name, or with the first free number after it. */
    String take(String wanted) {
        String name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** The wanted name with the first free number after it, from 0. */
    String takeNumbered(String wanted) {
        int i = 0;
        while (!taken.add(wanted + i)) {
            i++;
        }
        return wanted + i;
    }
}
