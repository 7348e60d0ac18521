package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** SQL types of Java types. */
final class JavaTypes {

    private static final Map<Class<?>, SqlType> SIMPLE = Map.ofEntries(
            Map.entry(boolean.class, SqlTypes.BOOLEAN),
            Map.entry(Boolean.class, SqlTypes.BOOLEAN),
            Map.entry(int.class, SqlTypes.INTEGER),
            Map.entry(Integer.class, SqlTypes.INTEGER),
            Map.entry(long.class, SqlTypes.BIGINT),
            Map.entry(Long.class, SqlTypes.BIGINT),
            Map.entry(double.class, SqlTypes.DOUBLE),
            Map.entry(Double.class, SqlTypes.DOUBLE),
            Map.entry(String.class, SqlTypes.STRING),
            Map.entry(ByteBuffer.class, SqlTypes.BYTES),
            Map.entry(LocalTime.class, SqlTypes.TIME),
            Map.entry(LocalDate.class, SqlTypes.DATE),
            Map.entry(Instant.class, SqlTypes.TIMESTAMP));

    private static final Map<Class<?>, Integer> LAMBDAS =
            Map.of(Function.class, 1, BiFunction.class, 2, TriFunction.class, 3);

    private JavaTypes() {}

    /**
     * The SQL type of a Java type.
     *
     * @throws IllegalArgumentException when it has none
     */
    static ParameterType parameterType(Type type) {
        if (type instanceof ParameterizedType generic) {
            return parameterized(generic);
        }
        if (type instanceof TypeVariable<?> variable) {
            return new ParameterType.Variable(variable.getName(), isComparable(variable));
        }
        if (type instanceof Class<?> plain) {
            return plain(plain);
        }
        throw new IllegalArgumentException("the Java type " + type.getTypeName() + " has no SQL type");
    }

    private static ParameterType plain(Class<?> type) {
        SqlType simple = SIMPLE.get(type);
        if (simple != null) {
            return new ParameterType.Exact(simple);
        } else if (type == BigDecimal.class) {
            return new ParameterType.AnyDecimal();
        } else if (type == StructValue.class) {
            return new ParameterType.AnyStruct();
        } else if (type == Object.class) {
            return new ParameterType.Anything();
        } else if (type == ChronoUnit.class) {
            return new ParameterType.Unit();
        }
        throw new IllegalArgumentException("the Java type " + type.getTypeName() + " has no SQL type;"
                + " the description of the package io.nrtstreams.sql.function lists those that have");
    }

    private static ParameterType parameterized(ParameterizedType type) {
        List<ParameterType> arguments = Arrays.stream(type.getActualTypeArguments())
                .map(JavaTypes::parameterType)
                .toList();
        if (type.getRawType() == List.class) {
            return new ParameterType.ArrayOf(arguments.get(0));
        } else if (type.getRawType() == Map.class) {
            return new ParameterType.MapOf(arguments.get(0), arguments.get(1));
        }
        Integer inputs = type.getRawType() instanceof Class<?> raw ? LAMBDAS.get(raw) : null;
        if (inputs == null) {
            throw new IllegalArgumentException("the Java type " + type.getTypeName() + " has no SQL type");
        }
        return new ParameterType.LambdaOf(arguments.subList(0, inputs), arguments.get(inputs));
    }

    private static boolean isComparable(TypeVariable<?> variable) {
        return Arrays.stream(variable.getBounds())
                .anyMatch(bound -> bound == Comparable.class
                        || (bound instanceof ParameterizedType generic && generic.getRawType() == Comparable.class));
    }
}
