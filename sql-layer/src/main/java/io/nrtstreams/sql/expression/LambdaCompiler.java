package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.function.TriFunction;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lambda, whose parameters have types only once the function is known that calls it. */
final class LambdaCompiler {

    private final Compilation compilation;
    private final Variables variables;
    private final Expression.Lambda lambda;
    private @Nullable Compiled body;

    LambdaCompiler(Compilation compilation, Variables variables, Expression.Lambda lambda) {
        if (new HashSet<>(lambda.parameters()).size() < lambda.parameters().size()) {
            throw new SqlException(lambda.position(), "two parameters of the lambda have the same name");
        }
        this.compilation = compilation;
        this.variables = variables;
        this.lambda = lambda;
    }

    int arity() {
        return lambda.parameters().size();
    }

    Optional<SqlType> bodyType(List<SqlType> parameters) {
        Compiled compiled = compilation.compile(lambda.body(), variables.with(lambda.parameters(), parameters));
        body = compiled;
        return compiled.type();
    }

    /** Gives a Java function for each evaluation, which reads the row and the outer variables of then. */
    Evaluator evaluator(Optional<SqlType> target) {
        Compiled compiled = body;
        if (compiled == null) {
            throw new IllegalStateException("the lambda has not been typed");
        }
        Evaluator result = compiled.type()
                .flatMap(type -> target.map(wanted -> compiled.evaluator().then(Coercion.implicit(type, wanted))))
                .orElse(compiled.evaluator());
        int first = variables.count();
        return switch (arity()) {
            case 1 ->
                (row, frame) -> (Function<@Nullable Object, @Nullable Object>)
                        value -> result.evaluate(row, frame.with(first, value));
            case 2 ->
                (row, frame) -> (BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>)
                        (one, other) -> result.evaluate(row, frame.with(first, one, other));
            default -> ofThree(result, first);
        };
    }

    // The type argument says that the function may give null, which NullAway does not see.
    @SuppressWarnings("NullAway")
    private static Evaluator ofThree(Evaluator result, int first) {
        return (row, frame) -> (TriFunction<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object>)
                (one, two, three) -> result.evaluate(row, frame.with(first, one, two, three));
    }
}
