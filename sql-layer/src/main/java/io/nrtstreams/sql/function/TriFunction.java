package io.nrtstreams.sql.function;

import org.jspecify.annotations.Nullable;

/** A lambda of three parameters, as {@link java.util.function.Function} and {@link java.util.function.BiFunction} are of one and two. */
@FunctionalInterface
public interface TriFunction<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        R extends @Nullable Object> {

    R apply(A first, B second, C third);
}
