package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An argument of a call, as far as finding the function needs it. */
public sealed interface Argument {

    /**
     * An expression.
     *
     * @param type empty for the untyped NULL
     */
    record Value(Optional<SqlType> type) implements Argument {}

    /** A literal, which aggregate functions are configured with. */
    record Constant(Optional<SqlType> type, @Nullable Object value) implements Argument {}

    /** A unit of time. */
    record Unit(ChronoUnit unit) implements Argument {}

    /** A lambda of {@code arity} parameters; {@code body} tells its type once the types of its parameters are known. */
    record Lambda(int arity, Body body) implements Argument {}

    /** Types the body of a lambda. */
    @FunctionalInterface
    interface Body {
        /** The type for parameters of these types; empty when it is the untyped NULL. */
        Optional<SqlType> type(List<SqlType> parameters);
    }
}
