package io.nrtstreams.sql.analysis;

import java.util.HashSet;
import java.util.Set;

/** Ids of a plan's nodes: what the node does and to which source, numbered only where that is not enough. */
final class NodeIds {

    private final Set<String> taken;
    private final String prefix;

    private NodeIds(Set<String> taken, String prefix) {
        this.taken = taken;
        this.prefix = prefix;
    }

    NodeIds() {
        this(new HashSet<>(), "");
    }

    /** Ids of the same plan, for a query inside it. */
    NodeIds within(String name) {
        return new NodeIds(taken, prefix + name + ".");
    }

    String next(String step) {
        String id = prefix + step;
        for (int i = 2; !taken.add(id); i++) {
            id = prefix + step + "-" + i;
        }
        return id;
    }

    String next(String step, String source) {
        return next(step + "-" + source);
    }
}
