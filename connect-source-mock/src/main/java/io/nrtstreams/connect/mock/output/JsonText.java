package io.nrtstreams.connect.mock.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object (RFC 8259): dates and times as milliseconds since the epoch, bytes in Base64, decimals as
 * numbers. What JSON has no number for, NaN and the infinities, is a text.
 */
final class JsonText implements TextForm {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** What becomes of fields that are null. */
    enum Nulls {
        WRITTEN,
        OMITTED
    }

    private final boolean omitsNulls;

    JsonText(Nulls nulls) {
        omitsNulls = nulls == Nulls.OMITTED;
    }

    @Override
    public String text(Object value) {
        try (SegmentedStringWriter out = new SegmentedStringWriter(FACTORY._getBufferRecycler())) {
            try (JsonGenerator json = FACTORY.createGenerator(out)) {
                write(json, value);
            }
            return out.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
    }

    private void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Number number) {
            writeNumber(json, number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Struct struct) {
            writeStruct(json, struct);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object entry : list) {
                write(json, entry);
            }
            json.writeEndArray();
        } else {
            writeOther(json, value);
        }
    }

    private static void writeNumber(JsonGenerator json, Number number) throws IOException {
        if (number instanceof Double || number instanceof Float) {
            json.writeNumber(number.doubleValue());
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            json.writeNumber(number.longValue());
        }
    }

    private void writeStruct(JsonGenerator json, Struct struct) throws IOException {
        json.writeStartObject();
        List<Field> fields = struct.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = struct.get(field);
            if (value != null || !omitsNulls) {
                json.writeFieldName(field.name());
                write(json, value);
            }
        }
        json.writeEndObject();
    }

    private void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() != null || !omitsNulls) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
        }
        json.writeEndObject();
    }

    // Connect's own type of times.
    @SuppressWarnings("JavaUtilDate")
    private static void writeOther(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Date date) {
            json.writeNumber(date.getTime());
        } else if (value instanceof byte[] bytes) {
            json.writeBinary(bytes);
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            json.writeBinary(bytes);
        } else {
            throw new IllegalArgumentException("a value of " + value.getClass() + " has no form in JSON");
        }
    }
}
