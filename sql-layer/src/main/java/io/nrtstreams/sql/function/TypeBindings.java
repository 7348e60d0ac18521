package io.nrtstreams.sql.function;

import io.nrtstreams.sql.conversion.Widening;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlType.Decimal;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the type variables of an overload stand for in a call, found argument by argument. */
final class TypeBindings {

    /** What {@link #match} gives for a type that is not taken. */
    static final int NO_MATCH = -1;

    /** Costs more than all widening of one number, as text becoming a time is the last resort. */
    private static final int TEXT_TO_TIME = 8;

    private static final SqlType SMALLEST_DECIMAL = new Decimal(1, 0);

    private record Binding(SqlType type, boolean fixed) {}

    private final Map<String, Binding> bindings = new HashMap<>();

    /** What it costs to give a value of the type for the parameter: 0 as it is, more the more it is converted. */
    int match(ParameterType parameter, SqlType actual) {
        if (parameter instanceof ParameterType.Exact exact) {
            return conversionCost(actual, exact.type());
        } else if (parameter instanceof ParameterType.AnyDecimal) {
            return decimalCost(actual);
        } else if (parameter instanceof ParameterType.Variable variable) {
            return bind(variable, actual);
        }
        return matchParts(parameter, actual) ? 0 : NO_MATCH;
    }

    private boolean matchParts(ParameterType parameter, SqlType actual) {
        if (parameter instanceof ParameterType.Anything) {
            return true;
        } else if (parameter instanceof ParameterType.AnyStruct) {
            return actual.base() == Base.STRUCT;
        } else if (parameter instanceof ParameterType.ArrayOf array) {
            return actual instanceof SqlType.Array given && matchExactly(array.element(), given.element());
        } else if (parameter instanceof ParameterType.MapOf map) {
            return actual instanceof SqlType.Map given
                    && matchExactly(map.key(), given.key())
                    && matchExactly(map.value(), given.value());
        }
        return false;
    }

    /** Parts of arrays and maps are not converted. */
    private boolean matchExactly(ParameterType parameter, SqlType actual) {
        if (!(parameter instanceof ParameterType.Variable variable)) {
            return match(parameter, actual) == 0;
        }
        if (variable.comparable() && !isComparable(actual)) {
            return false;
        }
        Binding bound = bindings.get(variable.name());
        boolean fits = bound == null || (bound.fixed ? bound.type.equals(actual) : Widening.widens(bound.type, actual));
        if (fits) {
            bindings.put(variable.name(), new Binding(actual, true));
        }
        return fits;
    }

    private int bind(ParameterType.Variable variable, SqlType actual) {
        if (variable.comparable() && !isComparable(actual)) {
            return NO_MATCH;
        }
        Binding bound = bindings.get(variable.name());
        if (bound == null) {
            bindings.put(variable.name(), new Binding(actual, false));
            return 0;
        }
        if (bound.type.equals(actual)) {
            return 0;
        }
        if (bound.fixed) {
            return conversionCost(actual, bound.type);
        }
        Optional<SqlType> common = Widening.common(bound.type, actual);
        common.ifPresent(type -> bindings.put(variable.name(), new Binding(type, false)));
        return common.isPresent() ? 1 : conversionCost(actual, bound.type);
    }

    /** Whether a lambda's body of this type can give what the parameter says. What is known already does not change by it. */
    boolean matchOutput(ParameterType output, SqlType actual) {
        return resolve(output)
                .map(known -> Widening.widens(actual, known))
                .orElseGet(() -> match(output, actual) != NO_MATCH);
    }

    /** The type with its variables replaced; empty when one is not bound or the parameter takes several types. */
    Optional<SqlType> resolve(ParameterType parameter) {
        if (parameter instanceof ParameterType.Exact exact) {
            return Optional.of(exact.type());
        } else if (parameter instanceof ParameterType.Variable variable) {
            return Optional.ofNullable(bindings.get(variable.name())).map(Binding::type);
        } else if (parameter instanceof ParameterType.ArrayOf array) {
            return resolve(array.element()).map(SqlType.Array::new);
        } else if (parameter instanceof ParameterType.MapOf map) {
            return resolve(map.key()).flatMap(key -> resolve(map.value()).map(value -> new SqlType.Map(key, value)));
        }
        return Optional.empty();
    }

    /** What an argument of the type becomes for the parameter. */
    SqlType target(ParameterType parameter, SqlType actual) {
        if (parameter instanceof ParameterType.AnyDecimal) {
            return Widening.asDecimal(actual);
        }
        return resolve(parameter).orElse(actual);
    }

    /** The type that an untyped NULL counts as. */
    SqlType ofNull(ParameterType parameter) {
        if (parameter instanceof ParameterType.AnyDecimal) {
            return SMALLEST_DECIMAL;
        } else if (parameter instanceof ParameterType.AnyStruct) {
            return new SqlType.Struct(List.of());
        }
        return resolve(parameter).orElse(SqlTypes.STRING);
    }

    private static int conversionCost(SqlType from, SqlType to) {
        if (Widening.widens(from, to)) {
            return from.base() == to.base() ? 0 : Widening.rank(to.base()) - Widening.rank(from.base());
        }
        return isTextToTime(from.base(), to.base()) ? TEXT_TO_TIME : NO_MATCH;
    }

    private static int decimalCost(SqlType from) {
        boolean exact = from.isNumeric() && from.base() != Base.DOUBLE;
        return exact ? Widening.rank(Base.DECIMAL) - Widening.rank(from.base()) : NO_MATCH;
    }

    private static boolean isTextToTime(Base from, Base to) {
        return from == Base.STRING && (to == Base.DATE || to == Base.TIME || to == Base.TIMESTAMP);
    }

    private static boolean isComparable(SqlType type) {
        return switch (type.base()) {
            case ARRAY, MAP, STRUCT -> false;
            default -> true;
        };
    }
}
