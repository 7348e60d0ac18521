package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.sql.type.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the language as the REST API writes them: decimals as numbers with all their digits, bytes in base64, dates,
 * times and timestamps as ISO texts to the millisecond and without a zone, which is UTC; numbers that are none, such as
 * NaN, as texts.
 */
final class ValueJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private ValueJson() {}

    static void write(JsonGenerator out, List<? extends @Nullable Object> values) throws IOException {
        out.writeStartArray();
        for (Object value : values) {
            write(out, value);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number.toPlainString());
        } else if (value instanceof List<?> list) {
            write(out, list);
        } else if (value instanceof Map<?, ?> map) {
            map(out, map);
        } else if (value instanceof StructValue struct) {
            struct(out, struct);
        } else {
            out.writeString(text(value));
        }
    }

    private static void map(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(text(entry.getKey()));
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void struct(JsonGenerator out, StructValue struct) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < struct.size(); i++) {
            out.writeFieldName(struct.type().fields().get(i).name());
            write(out, struct.get(i));
        }
        out.writeEndObject();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Base64.getEncoder().encodeToString(copy);
        } else if (value instanceof LocalTime time) {
            return TIME.format(time);
        } else if (value instanceof LocalDate date) {
            return date.toString();
        } else if (value instanceof Instant instant) {
            return TIMESTAMP.format(instant);
        }
        return String.valueOf(value);
    }
}
