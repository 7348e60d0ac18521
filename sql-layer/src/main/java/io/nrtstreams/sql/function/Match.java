package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A call seen as a call of one overload. */
final class Match {

    /** Less converted first, then not variadic, then less general, then with more parameters of its own. */
    static final Comparator<Match> BEST_FIRST = Comparator.<Match>comparingInt(match -> match.cost)
            .thenComparing(match -> match.signature.isVariadic())
            .thenComparingInt(match -> match.generality)
            .thenComparingInt(match -> -match.signature.parameters().size());

    private final SqlSignature signature;
    private final List<Argument> arguments;
    private final TypeBindings bindings = new TypeBindings();
    private int cost;
    private int generality;

    private Match(SqlSignature signature, List<Argument> arguments) {
        this.signature = signature;
        this.arguments = arguments;
    }

    /** Nothing when the overload does not take the arguments. */
    static Optional<Match> of(SqlSignature signature, List<Argument> arguments) {
        if (!signature.takes(arguments.size())) {
            return Optional.empty();
        }
        Match match = new Match(signature, arguments);
        return match.matchAll() ? Optional.of(match) : Optional.empty();
    }

    SqlSignature signature() {
        return signature;
    }

    boolean converts() {
        return cost > 0;
    }

    /** Whether arguments of several types had to be made the one type of a variadic parameter. */
    boolean mixes() {
        if (cost == 0 || !signature.isVariadic()) {
            return false;
        }
        ParameterType repeated =
                signature.parameters().get(signature.variadicIndex()).type();
        return IntStream.range(0, arguments.size())
                        .filter(i -> parameterType(i).equals(repeated))
                        .mapToObj(i -> typeOf(arguments.get(i)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .count()
                > 1;
    }

    private boolean matchAll() {
        for (int i = 0; i < arguments.size(); i++) {
            SqlParameter parameter = signature.parameterOf(i, arguments.size());
            int argumentCost = match(parameter, arguments.get(i));
            if (argumentCost == TypeBindings.NO_MATCH) {
                return false;
            }
            cost += argumentCost;
            generality += parameter.type().generality();
        }
        return true;
    }

    private int match(SqlParameter parameter, Argument argument) {
        ParameterType type = parameter.type();
        boolean fits;
        if (argument instanceof Argument.Lambda lambda) {
            fits = type instanceof ParameterType.LambdaOf wanted
                    && wanted.inputs().size() == lambda.arity();
        } else if (argument instanceof Argument.Unit) {
            fits = type instanceof ParameterType.Unit;
        } else if (type instanceof ParameterType.LambdaOf || type instanceof ParameterType.Unit) {
            fits = false;
        } else {
            Optional<SqlType> actual = typeOf(argument);
            return actual.isEmpty() ? 0 : bindings.match(type, actual.get());
        }
        return fits ? 0 : TypeBindings.NO_MATCH;
    }

    /** What the call gives and needs, once its lambdas have been typed. */
    Typing typing() {
        List<Optional<SqlType>> actual = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            actual.add(arguments.get(i) instanceof Argument.Lambda ? bodyType(i) : typeOf(arguments.get(i)));
        }
        // Only now all variables are bound, by which earlier arguments may be converted too.
        List<SqlType> types = new ArrayList<>();
        List<@Nullable SqlType> targets = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            ParameterType parameter = parameterType(i);
            ParameterType wanted = parameter instanceof ParameterType.LambdaOf lambda ? lambda.output() : parameter;
            SqlType target =
                    actual.get(i).map(type -> bindings.target(wanted, type)).orElseGet(() -> bindings.ofNull(wanted));
            targets.add(actual.get(i).isPresent() ? target : null);
            if (!(parameter instanceof ParameterType.Unit)) {
                types.add(target);
            }
        }
        return new Typing(bindings, types, targets);
    }

    private Optional<SqlType> bodyType(int index) {
        if (!(arguments.get(index) instanceof Argument.Lambda lambda)
                || !(parameterType(index) instanceof ParameterType.LambdaOf wanted)) {
            return Optional.empty();
        }
        List<SqlType> inputs = wanted.inputs().stream()
                .map(input -> bindings.resolve(input)
                        .orElseThrow(() -> new IllegalArgumentException("the types of the parameters of the lambda"
                                + " are not known, since NULL has no type; write CAST(NULL AS …)")))
                .toList();
        Optional<SqlType> body = lambda.body().type(inputs);
        if (body.isPresent() && !bindings.matchOutput(wanted.output(), body.get())) {
            throw new IllegalArgumentException("the lambda gives " + body.get() + ", but "
                    + bindings.resolve(wanted.output())
                            .map(SqlType::toString)
                            .orElse(wanted.output().toString())
                    + " is needed");
        }
        return body;
    }

    private ParameterType parameterType(int index) {
        return signature.parameterOf(index, arguments.size()).type();
    }

    static Optional<SqlType> typeOf(Argument argument) {
        if (argument instanceof Argument.Value value) {
            return value.type();
        } else if (argument instanceof Argument.Constant constant) {
            return constant.type();
        }
        return Optional.empty();
    }

    /**
     * The types of a call.
     *
     * @param arguments as {@link CallTypes} tells them
     * @param targets what each argument, or a lambda's body, is converted to; null where nothing is to be done
     */
    record Typing(TypeBindings bindings, List<SqlType> arguments, List<@Nullable SqlType> targets) {}
}
