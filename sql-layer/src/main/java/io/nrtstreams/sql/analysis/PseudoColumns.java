package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** The columns that every row has without anybody declaring them. */
final class PseudoColumns {

    static final String WINDOWSTART = "WINDOWSTART";
    static final String WINDOWEND = "WINDOWEND";

    private static final List<Column> OF_RECORDS = List.of(
            new Column("ROWTIME", SqlTypes.BIGINT),
            new Column("ROWPARTITION", SqlTypes.INTEGER),
            new Column("ROWOFFSET", SqlTypes.BIGINT));
    private static final List<Column> OF_WINDOWS =
            List.of(new Column(WINDOWSTART, SqlTypes.BIGINT), new Column(WINDOWEND, SqlTypes.BIGINT));

    private PseudoColumns() {}

    /** Those that rows have: of all rows, and of windowed keys. */
    static List<Column> of(boolean windowed) {
        List<Column> columns = new ArrayList<>(OF_RECORDS);
        if (windowed) {
            columns.addAll(OF_WINDOWS);
        }
        return columns;
    }

    static List<Column> windowBounds() {
        return OF_WINDOWS;
    }

    static boolean isWindowBound(String name) {
        return name.equals(WINDOWSTART) || name.equals(WINDOWEND);
    }

    static boolean isReserved(String name) {
        return DeclaredColumns.PSEUDO_COLUMNS.contains(name);
    }
}
