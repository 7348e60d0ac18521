package io.nrtstreams.sql.function.builtin.table;

import java.util.List;

/** Lists the table functions. */
public final class TableFunctions {

    private TableFunctions() {}

    public static List<Class<?>> all() {
        return List.of(CubeExplode.class, Explode.class);
    }
}
