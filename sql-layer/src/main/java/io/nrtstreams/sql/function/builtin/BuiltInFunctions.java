package io.nrtstreams.sql.function.builtin;

import java.util.List;
import java.util.stream.Stream;

/** Lists the classes of all built-in functions. */
public final class BuiltInFunctions {

    /** Each package's list; a new package adds its {@code all()} here. */
    private static final List<List<Class<?>>> LISTS = List.of();

    private BuiltInFunctions() {}

    public static Stream<Class<?>> all() {
        return LISTS.stream().flatMap(List::stream);
    }
}
