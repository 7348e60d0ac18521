package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlType.Decimal;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants where a value of another type is wanted. More is allowed than for expressions, as the value is known. */
public final class LiteralCoercion {

    private LiteralCoercion() {}

    /**
     * The constant as a value of a column, as INSERT … VALUES takes it: numbers of a wider type when nothing is lost, texts as
     * dates and times, also inside arrays, maps and structs, whose missing fields are null.
     *
     * @param value of type {@code from}, or null
     * @throws SqlException when the column cannot hold it; the message names the types
     */
    public static @Nullable Object coerce(@Nullable Object value, SqlType from, SqlType to) {
        if (value == null || from.equals(to)) {
            return value;
        }
        if (value instanceof List<?> elements
                && from instanceof SqlType.Array given
                && to instanceof SqlType.Array wanted) {
            List<@Nullable Object> coerced = new ArrayList<>();
            elements.forEach(element -> coerced.add(coerce(element, given.element(), wanted.element())));
            return coerced;
        } else if (value instanceof Map<?, ?> entries
                && from instanceof SqlType.Map given
                && to instanceof SqlType.Map wanted) {
            Map<@Nullable Object, @Nullable Object> coerced = new LinkedHashMap<>();
            entries.forEach((key, one) ->
                    coerced.put(coerce(key, given.key(), wanted.key()), coerce(one, given.value(), wanted.value())));
            return coerced;
        } else if (value instanceof StructValue struct && to instanceof SqlType.Struct wanted) {
            return struct(struct, wanted);
        }
        return scalar(value, from, to);
    }

    private static StructValue struct(StructValue given, SqlType.Struct wanted) {
        for (SqlType.Field field : given.type().fields()) {
            if (wanted.field(field.name()).isEmpty()) {
                throw new SqlException("The struct has a field " + field.name() + ", but " + wanted + " has none.");
            }
        }
        @Nullable Object[] values = new Object[wanted.fields().size()];
        for (int i = 0; i < values.length; i++) {
            SqlType.Field field = wanted.fields().get(i);
            Optional<SqlType.Field> counterpart = given.type().field(field.name());
            values[i] = counterpart.isEmpty()
                    ? null
                    : coerce(given.get(field.name()), counterpart.get().type(), field.type());
        }
        return new StructValue(wanted, values);
    }

    private static @Nullable Object scalar(Object value, SqlType from, SqlType to) {
        try {
            if (to instanceof Decimal decimal && from.isNumeric() && from.base() != Base.DOUBLE) {
                return exact(value, decimal);
            }
            return Coercion.conversion(from, to)
                    .orElseThrow(() -> new SqlException(
                            "A value of type " + to + " is needed, not of type " + from + "; convert it with CAST."))
                    .convert(value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new SqlException("A value of type " + to + " is needed: " + e.getMessage() + ".");
        }
    }

    private static BigDecimal exact(Object value, Decimal type) {
        BigDecimal number =
                value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
        try {
            return NumberText.fit(number.setScale(type.scale(), RoundingMode.UNNECESSARY), type);
        } catch (ArithmeticException e) {
            throw new SqlException("The number has more digits than " + type + " holds; round it with CAST.");
        }
    }

    /**
     * The constant as a member of a list whose other members are of a type, as in IN, CASE and ARRAY: as {@link #coerce}, and
     * also texts that spell numbers or truth values, and anything as a text.
     *
     * @return empty when it cannot be one
     */
    public static Optional<Object> asMember(Object constant, SqlType from, SqlType to) {
        try {
            if (constant instanceof String text && to.base() != Base.STRING) {
                return spelled(text, from, to);
            } else if (to.base() == Base.STRING) {
                return Casts.conversion(from, to).map(conversion -> conversion.convert(constant));
            }
            return Optional.ofNullable(coerce(constant, from, to));
        } catch (SqlException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> spelled(String text, SqlType from, SqlType to) {
        return switch (to.base()) {
            case BOOLEAN -> NumberText.bool(text).map(truth -> (Object) truth);
            case INTEGER -> Optional.of(new BigDecimal(text.trim()).intValueExact());
            case BIGINT -> Optional.of(new BigDecimal(text.trim()).longValueExact());
            case DECIMAL -> Optional.of(exact(new BigDecimal(text.trim()), (Decimal) to));
            default -> Casts.conversion(from, to).map(conversion -> conversion.convert(text));
        };
    }
}
