package io.nrtstreams.sql.function;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call whose overload and types are known. */
final class ResolvedCall {

    private final Position position;
    private final DefinedFunction function;
    private final Overload overload;
    private final List<Argument> arguments;
    private final Match.Typing typing;
    private final SqlType resultType;

    private ResolvedCall(
            Position position, DefinedFunction function, Overload overload, List<Argument> arguments, Match match) {
        this.position = position;
        this.function = function;
        this.overload = overload;
        this.arguments = arguments;
        this.typing = match.typing();
        this.resultType = known(overload.result());
    }

    static ResolvedCall of(Position position, DefinedFunction function, List<Argument> arguments) {
        OverloadChoice.Chosen chosen = OverloadChoice.choose(position, function, arguments);
        try {
            return new ResolvedCall(position, function, chosen.overload(), arguments, chosen.match());
        } catch (IllegalArgumentException e) {
            throw new SqlException(position, function.name() + ": " + e.getMessage());
        }
    }

    ScalarCall scalar() {
        List<Optional<SqlType>> targets =
                typing.targets().stream().map(Optional::ofNullable).toList();
        return new ScalarCall(resultType, targets, invoker());
    }

    Expansion expansion() {
        return new ListExpansion(resultType, invoker(), conversions(arguments.size()));
    }

    Aggregation aggregation() {
        int literals = (int) overload.signature().parameters().stream()
                .filter(SqlParameter::literal)
                .count();
        boolean literalVariadic = overload.method().isVarArgs();
        int variadicCount = overload.signature().variadicCount(arguments.size());
        int given = literals + (literalVariadic ? variadicCount - 1 : 0);
        int inputs = arguments.size() - given;
        SqlType stateType = known(overload.state());
        MethodInvoker factory = MethodInvoker.of(overload.method(), literalVariadic ? variadicCount : 0, callTypes());
        Type inputType = ((ParameterizedType) overload.method().getGenericReturnType()).getActualTypeArguments()[0];
        return new AggregatorCall(
                resultType,
                stateType,
                make(factory, literals(inputs)),
                InputShape.of(inputType, literalVariadic ? 0 : variadicCount),
                conversions(inputs));
    }

    @SuppressWarnings("unchecked") // the types were matched; generics are gone at run time
    private Aggregator<@Nullable Object, @Nullable Object, @Nullable Object> make(
            MethodInvoker factory, @Nullable Object[] literals) {
        try {
            Object made = factory.invoke(literals);
            if (made == null) {
                throw new SqlException(position, function.name() + ": its literal arguments must not be NULL.");
            }
            return (Aggregator<@Nullable Object, @Nullable Object, @Nullable Object>) made;
        } catch (IllegalArgumentException e) {
            throw new SqlException(position, function.name() + ": " + e.getMessage());
        }
    }

    private @Nullable Object[] literals(int from) {
        @Nullable Object[] values = new Object[arguments.size() - from];
        Conversion[] conversions = conversions(arguments.size());
        for (int i = from; i < arguments.size(); i++) {
            if (!(arguments.get(i) instanceof Argument.Constant constant)) {
                throw new SqlException(
                        position,
                        function.name() + ": argument " + (i + 1) + " ("
                                + overload.signature()
                                        .parameterOf(i, arguments.size())
                                        .name() + ") must be a literal.");
            }
            values[i - from] = conversions[i].convertNullable(constant.value());
        }
        return values;
    }

    private Conversion[] conversions(int count) {
        Conversion[] conversions = new Conversion[count];
        Arrays.fill(conversions, Conversion.NONE);
        for (int i = 0; i < count; i++) {
            SqlType target = typing.targets().get(i);
            SqlType actual = Match.typeOf(arguments.get(i)).orElse(null);
            if (target != null && actual != null) {
                conversions[i] = Coercion.implicit(actual, target);
            }
        }
        return conversions;
    }

    private MethodInvoker invoker() {
        return MethodInvoker.of(overload.method(), overload.signature().variadicCount(arguments.size()), callTypes());
    }

    private CallTypes callTypes() {
        return new CallTypes(typing.arguments(), resultType);
    }

    private SqlType known(ResultType type) {
        return type.of(typing.bindings(), typing.arguments())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The type of the result is not known, since NULL has no type; write CAST(NULL AS …)."));
    }
}
