package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.conversion.NumberText;
import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.Expansion;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.ScalarCall;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of functions. */
final class CallCompiler {

    private final Compilation compilation;
    private final FunctionRegistry functions;

    CallCompiler(Compilation compilation, FunctionRegistry functions) {
        this.compilation = compilation;
        this.functions = functions;
    }

    Compiled scalar(Expression.FunctionCall expression, Variables variables) {
        List<CallArgument> arguments = arguments(expression, variables);
        ScalarCall call = functions.scalar(expression.position(), expression.name(), described(arguments));
        Evaluator[] evaluators = new Evaluator[arguments.size()];
        for (int i = 0; i < evaluators.length; i++) {
            evaluators[i] = arguments.get(i).evaluator(call.argumentTypes().get(i));
        }
        Evaluator evaluator = evaluator(call, evaluators);
        SqlType type = call.resultType();
        return Compiled.of(
                type,
                type instanceof SqlType.Decimal decimal
                        ? evaluator.then(value -> NumberText.fit((BigDecimal) value, decimal))
                        : evaluator);
    }

    private static Evaluator evaluator(ScalarCall call, Evaluator[] arguments) {
        return (row, frame) -> {
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].evaluate(row, frame);
            }
            return call.invoke(values);
        };
    }

    ExpressionCompiler.AggregateCall aggregate(Expression.FunctionCall expression) {
        List<CallArgument> arguments = arguments(expression, Variables.NONE);
        Aggregation aggregation = functions.aggregation(expression.position(), expression.name(), described(arguments));
        return new ExpressionCompiler.AggregateCall(aggregation, values(arguments));
    }

    ExpressionCompiler.TableCall expansion(Expression.FunctionCall expression) {
        List<CallArgument> arguments = arguments(expression, Variables.NONE);
        Expansion expansion = functions.expansion(expression.position(), expression.name(), described(arguments));
        return new ExpressionCompiler.TableCall(expansion, values(arguments));
    }

    private List<CallArgument> arguments(Expression.FunctionCall expression, Variables variables) {
        return expression.arguments().stream()
                .map(argument -> argument(argument, variables))
                .toList();
    }

    private CallArgument argument(Expression argument, Variables variables) {
        if (argument instanceof Expression.Lambda lambda) {
            return new CallArgument.OfLambda(new LambdaCompiler(compilation, variables, lambda));
        } else if (argument instanceof Expression.TimeUnit unit) {
            return new CallArgument.OfUnit(unit.unit());
        }
        Compiled value = compilation.compile(argument, variables);
        return new CallArgument.OfValue(value, Literals.isConstant(argument), Literals.constantOf(argument));
    }

    private static List<Argument> described(List<CallArgument> arguments) {
        return arguments.stream().map(CallArgument::described).toList();
    }

    private static List<TypedExpression> values(List<CallArgument> arguments) {
        List<TypedExpression> values = new ArrayList<>();
        for (CallArgument argument : arguments) {
            values.add(((CallArgument.OfValue) argument).value());
        }
        return values;
    }

    /** An argument of a call. */
    private sealed interface CallArgument {

        Argument described();

        /** What computes it once it is known what it is converted to. */
        Evaluator evaluator(Optional<SqlType> target);

        record OfValue(Compiled value, boolean isConstant, Optional<Object> constant) implements CallArgument {
            @Override
            public Argument described() {
                return isConstant
                        ? new Argument.Constant(value.type(), constant.orElse(null))
                        : new Argument.Value(value.type());
            }

            @Override
            public Evaluator evaluator(Optional<SqlType> target) {
                Conversion conversion = value.type()
                        .flatMap(type -> target.map(wanted -> Coercion.implicit(type, wanted)))
                        .orElse(Conversion.NONE);
                return value.evaluator().then(conversion);
            }
        }

        record OfUnit(ChronoUnit unit) implements CallArgument {
            @Override
            public Argument described() {
                return new Argument.Unit(unit);
            }

            @Override
            public Evaluator evaluator(Optional<SqlType> target) {
                return new Evaluator.Constant(unit);
            }
        }

        record OfLambda(LambdaCompiler lambda) implements CallArgument {
            @Override
            public Argument described() {
                return new Argument.Lambda(lambda.arity(), lambda::bodyType);
            }

            @Override
            public Evaluator evaluator(Optional<SqlType> target) {
                return lambda.evaluator(target);
            }
        }
    }
}
