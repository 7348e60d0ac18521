package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.LiteralCoercion;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as values of columns: numbers where nothing is lost, texts as dates, times and decimals, base64 texts as bytes,
 * objects as structs or maps.
 */
final class JsonCoercion {

    private JsonCoercion() {}

    /** @throws SqlException when the value does not fit; the message names types, never the value */
    static @Nullable Object coerce(@Nullable Object value, SqlType to) {
        if (value == null) {
            return null;
        } else if (to instanceof SqlType.Array array) {
            return list(value, array);
        } else if (to instanceof SqlType.Map map) {
            return map(value, map);
        } else if (to instanceof SqlType.Struct struct) {
            return struct(value, struct);
        } else if (to.base() == SqlType.Base.BYTES && value instanceof String text) {
            return bytes(text);
        } else if (to.base() == SqlType.Base.DOUBLE && value instanceof Number number) {
            return number.doubleValue();
        } else if (to instanceof SqlType.Decimal && value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            return LiteralCoercion.coerce(exact, typeOf(exact), to);
        }
        return LiteralCoercion.coerce(integral(value), typeOf(integral(value)), to);
    }

    private static ByteBuffer bytes(String text) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new SqlException("A value of type BYTES is needed, as text in base64.");
        }
    }

    private static Object integral(Object value) {
        return value instanceof Short || value instanceof Byte ? ((Number) value).intValue() : value;
    }

    private static SqlType typeOf(Object value) {
        if (value instanceof String) {
            return SqlTypes.STRING;
        } else if (value instanceof Boolean) {
            return SqlTypes.BOOLEAN;
        } else if (value instanceof Integer) {
            return SqlTypes.INTEGER;
        } else if (value instanceof Long) {
            return SqlTypes.BIGINT;
        } else if (value instanceof Double || value instanceof Float) {
            return SqlTypes.DOUBLE;
        } else if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        throw new SqlException("A value is needed, not "
                + (value instanceof BigInteger ? "so large a number." : "JSON of this kind."));
    }

    private static SqlType decimal(BigDecimal decimal) {
        int scale = Math.max(decimal.scale(), 0);
        int precision = Math.max(decimal.precision() - decimal.scale() + scale, scale);
        if (precision > SqlType.Decimal.MAX_PRECISION) {
            throw new SqlException("A number of at most " + SqlType.Decimal.MAX_PRECISION + " digits is needed.");
        }
        return new SqlType.Decimal(Math.max(precision, 1), scale);
    }

    private static List<@Nullable Object> list(Object value, SqlType.Array type) {
        if (!(value instanceof List<?> elements)) {
            throw new SqlException("A JSON array is needed for " + type + ".");
        }
        List<@Nullable Object> coerced = new ArrayList<>();
        elements.forEach(element -> coerced.add(coerce(element, type.element())));
        return coerced;
    }

    private static Map<@Nullable Object, @Nullable Object> map(Object value, SqlType.Map type) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new SqlException("A JSON object is needed for " + type + ".");
        }
        Map<@Nullable Object, @Nullable Object> coerced = new LinkedHashMap<>();
        entries.forEach((key, one) -> coerced.put(coerce(key, type.key()), coerce(one, type.value())));
        return coerced;
    }

    private static StructValue struct(Object value, SqlType.Struct type) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new SqlException("A JSON object is needed for " + type + ".");
        }
        @Nullable Object[] values = new @Nullable Object[type.fields().size()];
        entries.forEach((name, one) -> {
            int place = type.fields().stream()
                    .map(SqlType.Field::name)
                    .toList()
                    .indexOf(JsonRows.columnName(String.valueOf(name)));
            if (place < 0) {
                throw new SqlException("The struct " + type + " has no field " + name + ".");
            }
            values[place] = coerce(one, type.fields().get(place).type());
        });
        return new StructValue(type, values);
    }
}
