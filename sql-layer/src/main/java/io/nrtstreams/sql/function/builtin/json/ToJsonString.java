package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.StructValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TO_JSON_STRING",
        category = "JSON",
        description = "A value of any type as JSON. Dates and times are strings in ISO 8601, BYTES strings in base64.",
        examples = {
            "TO_JSON_STRING(ARRAY[1, NULL]) -> '[1,null]'",
            "TO_JSON_STRING(STRUCT(id := 1, name := 'A')) -> '{\"ID\":1,\"NAME\":\"A\"}'"
        })
final class ToJsonString {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ToJsonString() {}

    @Signature
    static String json(@Parameter(name = "value") @Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonTexts.factory().createGenerator(text)) {
            write(generator, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number.toPlainString());
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            generator.writeBinary(copy);
        } else if (value instanceof Instant timestamp) {
            generator.writeString(TIMESTAMP.format(timestamp));
        } else if (value instanceof LocalDate || value instanceof LocalTime) {
            generator.writeString(value.toString());
        } else {
            writeNested(generator, value);
        }
    }

    private static void writeNested(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof List<?> array) {
            generator.writeStartArray();
            for (Object element : array) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof StructValue struct) {
            generator.writeStartObject();
            for (int i = 0; i < struct.size(); i++) {
                generator.writeFieldName(struct.type().fields().get(i).name());
                write(generator, struct.get(i));
            }
            generator.writeEndObject();
        } else {
            throw new IllegalArgumentException(
                    "there is no JSON for " + value.getClass().getSimpleName());
        }
    }
}
