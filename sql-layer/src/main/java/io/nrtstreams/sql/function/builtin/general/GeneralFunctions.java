package io.nrtstreams.sql.function.builtin.general;

import java.util.List;

/** Lists the functions of any type, and of places on earth. */
public final class GeneralFunctions {

    private GeneralFunctions() {}

    public static List<Class<?>> all() {
        return List.of(AsValue.class, Coalesce.class, GeoDistance.class, IfNull.class, NullIf.class);
    }
}
