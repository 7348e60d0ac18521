package io.nrtstreams.sql.function.builtin;

import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.ScalarCall;
import io.nrtstreams.sql.function.TriFunction;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call as a query makes it: found by the SQL types of its arguments, which are then converted. Null has no type. */
public record FunctionCall(String name, List<@Nullable Object> arguments) {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();

    public static FunctionCall call(String name, @Nullable Object... arguments) {
        return new FunctionCall(name, Arrays.asList(arguments));
    }

    /** A null of a type. */
    public static Typed nullOf(SqlType type) {
        return new Typed(type, null);
    }

    /** A value of a type that it does not tell itself. */
    public static Typed typed(SqlType type, Object value) {
        return new Typed(type, value);
    }

    public static SqlType decimal(int precision, int scale) {
        return new SqlType.Decimal(precision, scale);
    }

    public static SqlType array(SqlType element) {
        return new SqlType.Array(element);
    }

    public static SqlType map(SqlType value) {
        return new SqlType.Map(SqlTypes.STRING, value);
    }

    public static <A, R> Lambda lambda(SqlType body, Function<A, R> function) {
        return new Lambda(1, body, function);
    }

    public static <A, B, R> Lambda lambda(SqlType body, BiFunction<A, B, R> function) {
        return new Lambda(2, body, function);
    }

    public static <A, B, C, R> Lambda lambda(SqlType body, TriFunction<A, B, C, R> function) {
        return new Lambda(3, body, function);
    }

    public SqlType type() {
        return resolved().resultType();
    }

    public @Nullable Object value() {
        ScalarCall call = resolved();
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = converted(arguments.get(i), call.argumentTypes().get(i));
        }
        return call.invoke(values);
    }

    private ScalarCall resolved() {
        return FUNCTIONS.scalar(
                Position.NONE,
                name,
                arguments.stream().map(FunctionCall::described).toList());
    }

    private static Argument described(@Nullable Object argument) {
        if (argument instanceof Lambda lambda) {
            return new Argument.Lambda(lambda.arity, parameters -> Optional.of(lambda.body));
        }
        if (argument instanceof ChronoUnit unit) {
            return new Argument.Unit(unit);
        }
        return new Argument.Value(Optional.ofNullable(argument).map(FunctionCall::typeOf));
    }

    private static @Nullable Object converted(@Nullable Object argument, Optional<SqlType> target) {
        if (argument instanceof Lambda lambda) {
            return lambda.function;
        }
        Object value = argument instanceof Typed typed ? typed.value : argument;
        return value == null || target.isEmpty()
                ? value
                : Coercion.implicit(typeOf(Objects.requireNonNull(argument)), target.get())
                        .convert(value);
    }

    private static SqlType typeOf(Object value) {
        if (value instanceof Typed typed) {
            return typed.type;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(Math.max(decimal.precision(), decimal.scale() + 1), decimal.scale());
        }
        if (value instanceof StructValue struct) {
            return struct.type();
        }
        if (value instanceof List<?> list) {
            return array(typeOf(firstOf(list.stream())));
        }
        if (value instanceof Map<?, ?> map) {
            return map(typeOf(firstOf(map.values().stream())));
        }
        return SIMPLE.get(Stream.of(value.getClass(), ByteBuffer.class)
                .filter(SIMPLE::containsKey)
                .findFirst()
                .orElseThrow());
    }

    private static Object firstOf(Stream<?> elements) {
        return elements.filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private static final Map<Class<?>, SqlType> SIMPLE = Map.of(
            Boolean.class, SqlTypes.BOOLEAN,
            Integer.class, SqlTypes.INTEGER,
            Long.class, SqlTypes.BIGINT,
            Double.class, SqlTypes.DOUBLE,
            String.class, SqlTypes.STRING,
            ByteBuffer.class, SqlTypes.BYTES,
            LocalDate.class, SqlTypes.DATE,
            LocalTime.class, SqlTypes.TIME,
            Instant.class, SqlTypes.TIMESTAMP);

    /** A value and its type. */
    public record Typed(SqlType type, @Nullable Object value) {}

    /** A lambda and the type of its body. */
    public record Lambda(int arity, SqlType body, Object function) {}
}
