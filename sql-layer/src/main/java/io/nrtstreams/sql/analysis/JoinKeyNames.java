package io.nrtstreams.sql.analysis;

import java.util.ArrayList;
import java.util.List;

/** How the key columns are called that joins make: ROWKEY, or with a number after it where a source has such a column. */
final class JoinKeyNames {

    private final FreshNames names;
    private final List<String> given = new ArrayList<>();

    JoinKeyNames(FreshNames names) {
        this.names = names;
    }

    /** The name of a key's column, the same for all joins of a query. */
    String get(int index) {
        while (given.size() <= index) {
            given.add(names.take("ROWKEY"));
        }
        return given.get(index);
    }
}
