package io.nrtstreams.analytics.batch.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.sql.conversion.NumberText;
import io.nrtstreams.sql.conversion.TemporalText;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Times;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as objects hold them to values of the declared types: texts become numbers, dates and times as they are spelled in
 * docs/formats.md, whole numbers become dates and times as the format JSON of topics has them, JSON texts become lists, maps
 * and structs.
 */
final class RawValues {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RawValues() {}

    /**
     * The value as one of the type.
     *
     * @param path names the column in messages, which tell no value
     * @throws DecodeException when it is none
     */
    static @Nullable Object convert(@Nullable Object raw, SqlType type, String path) throws DecodeException {
        if (raw == null) {
            return null;
        }
        try {
            return switch (type.base()) {
                case BOOLEAN -> bool(raw);
                case INTEGER -> decimal(raw).intValueExact();
                case BIGINT -> decimal(raw).longValueExact();
                case DOUBLE -> raw instanceof String text ? NumberText.number(text) : ((Number) raw).doubleValue();
                case DECIMAL -> NumberText.fit(decimal(raw), (SqlType.Decimal) type);
                case STRING -> text(raw);
                case BYTES -> raw instanceof ByteBuffer bytes ? bytes : bytes((String) raw);
                case DATE -> date(raw, path);
                case TIME -> time(raw, path);
                case TIMESTAMP -> timestamp(raw);
                case ARRAY -> array(parsed(raw), (SqlType.Array) type, path);
                case MAP -> map(parsed(raw), (SqlType.Map) type, path);
                case STRUCT -> struct(parsed(raw), (SqlType.Struct) type, path);
            };
        } catch (IllegalArgumentException | ArithmeticException | ClassCastException | DateTimeException e) {
            throw new DecodeException(path + " is no " + type.base() + " as stored");
        }
    }

    private static Boolean bool(Object raw) {
        return raw instanceof String text
                ? NumberText.bool(text).orElseThrow(IllegalArgumentException::new)
                : (Boolean) raw;
    }

    private static BigDecimal decimal(Object raw) {
        if (raw instanceof BigDecimal decimal) {
            return decimal;
        } else if (raw instanceof BigInteger whole) {
            return new BigDecimal(whole);
        } else if (raw instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        return raw instanceof String text
                ? new BigDecimal(text.strip())
                : BigDecimal.valueOf(((Number) raw).longValue());
    }

    /** A text as it is, anything else as its JSON text. */
    static String text(Object raw) {
        if (raw instanceof String text) {
            return text;
        } else if (raw instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (raw instanceof ByteBuffer bytes) {
            return Base64.getEncoder().encodeToString(array(bytes));
        } else if (raw instanceof List || raw instanceof Map) {
            return json(raw);
        }
        return raw.toString();
    }

    private static String json(Object raw) {
        try {
            return JSON.writeValueAsString(raw);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it cannot be written as JSON", e);
        }
    }

    static byte[] array(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }

    static ByteBuffer bytes(String base64) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    }

    private static LocalDate date(Object raw, String path) throws DecodeException {
        if (raw instanceof LocalDate date) {
            return date;
        }
        return raw instanceof String text && !isWhole(text)
                ? TemporalText.date(text)
                : Times.date(decimal(raw).longValueExact(), path);
    }

    private static LocalTime time(Object raw, String path) throws DecodeException {
        if (raw instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MILLIS);
        }
        return raw instanceof String text && !isWhole(text)
                ? TemporalText.time(text)
                : Times.time(decimal(raw).longValueExact(), path);
    }

    private static Instant timestamp(Object raw) {
        if (raw instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS);
        }
        return raw instanceof String text && !isWhole(text)
                ? TemporalText.timestamp(text)
                : Times.timestamp(decimal(raw).longValueExact());
    }

    private static boolean isWhole(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 4;
    }

    private static Object parsed(Object raw) throws DecodeException {
        if (!(raw instanceof String text)) {
            return raw;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new DecodeException("a text is no JSON, which a list, map or struct in a text has to be");
        }
    }

    private static List<@Nullable Object> array(Object raw, SqlType.Array type, String path) throws DecodeException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object element : (List<?>) raw) {
            elements.add(convert(element, type.element(), path));
        }
        return elements;
    }

    private static Map<@Nullable Object, @Nullable Object> map(Object raw, SqlType.Map type, String path)
            throws DecodeException {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) raw).entrySet()) {
            entries.put(convert(entry.getKey(), type.key(), path), convert(entry.getValue(), type.value(), path));
        }
        return entries;
    }

    private static StructValue struct(Object raw, SqlType.Struct type, String path) throws DecodeException {
        @Nullable Object[] values = new Object[type.fields().size()];
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) raw).entrySet()) {
            for (int i = 0; i < values.length; i++) {
                SqlType.Field field = type.fields().get(i);
                if (field.name().equalsIgnoreCase(String.valueOf(entry.getKey()))) {
                    values[i] = convert(entry.getValue(), field.type(), path + "->" + field.name());
                }
            }
        }
        return new StructValue(type, values);
    }
}
