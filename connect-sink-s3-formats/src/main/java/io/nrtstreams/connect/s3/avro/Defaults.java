package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.DecimalType;
import io.nrtstreams.connect.s3.layout.Kind;
import io.nrtstreams.connect.s3.layout.Times;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;

/**
 * Defaults of Connect as Avro's library takes them.
 *
 * <p>Single values have one, and lists and maps of such that hold no null. A struct has none, nor have NaN and the
 * infinities, which JSON lacks: the field is then one without a default, which matters only to a reader that is given
 * another schema.
 */
final class Defaults {
    private Defaults() {}

    static Optional<Object> of(Schema schema) {
        return schema.defaultValue() == null ? Optional.empty() : value(schema, schema.defaultValue());
    }

    private static Optional<Object> value(Schema schema, Object value) {
        return switch (Kind.of(schema)) {
            case BOOLEAN, INT32, INT64, STRING -> Optional.of(value);
            case INT8, INT16 -> Optional.of(((Number) value).intValue());
            case FLOAT32, FLOAT64 -> Optional.of(value).filter(v -> Double.isFinite(((Number) v).doubleValue()));
            case BYTES -> Optional.of(bytes(value));
            case DECIMAL ->
                Optional.of(DecimalType.of(schema).unscaled((BigDecimal) value).toByteArray());
            case DATE -> Optional.of(Times.epochDay(value));
            case TIME -> Optional.of(Times.millisOfDay(value));
            case TIMESTAMP -> Optional.of(Times.epochMillis(value));
            case ARRAY -> list(schema.valueSchema(), (List<?>) value);
            case MAP ->
                schema.keySchema().type() == Schema.Type.STRING
                        ? map(schema.valueSchema(), (Map<?, ?>) value)
                        : Optional.empty();
            case STRUCT -> Optional.empty();
        };
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }

    /** The items of a list are of a union where they may be null, and a default is of its first branch: null. */
    private static Optional<Object> list(Schema element, List<?> list) {
        List<Object> converted = new ArrayList<>();
        for (Object item : list) {
            Optional<Object> one = item == null || element.isOptional() ? Optional.empty() : value(element, item);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            converted.add(one.get());
        }
        return Optional.of(converted);
    }

    private static Optional<Object> map(Schema values, Map<?, ?> map) {
        Map<Object, Object> converted = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object item = entry.getValue();
            Optional<Object> one = item == null || values.isOptional() ? Optional.empty() : value(values, item);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            converted.put(entry.getKey(), one.get());
        }
        return Optional.of(converted);
    }
}
