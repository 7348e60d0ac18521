package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of a scalar function, resolved to the types of its arguments. Thread-safe. */
public final class ScalarCall {

    private final SqlType resultType;
    private final List<Optional<SqlType>> targets;
    private final MethodInvoker invoker;

    ScalarCall(SqlType resultType, List<Optional<SqlType>> targets, MethodInvoker invoker) {
        this.resultType = resultType;
        this.targets = targets;
        this.invoker = invoker;
    }

    public SqlType resultType() {
        return resultType;
    }

    /**
     * What each argument is to be converted to before the call, or, for a lambda, what its body gives; empty for units of
     * time and the untyped NULL.
     */
    public List<Optional<SqlType>> argumentTypes() {
        return targets;
    }

    /**
     * The value of the function.
     *
     * @param arguments in the order of the call, converted; lambdas as {@link java.util.function.Function}, {@link
     *     java.util.function.BiFunction} or {@link TriFunction}, units as {@link java.time.temporal.ChronoUnit}
     * @throws RuntimeException what the function throws
     */
    public @Nullable Object invoke(@Nullable Object[] arguments) {
        return invoker.invoke(arguments);
    }
}
