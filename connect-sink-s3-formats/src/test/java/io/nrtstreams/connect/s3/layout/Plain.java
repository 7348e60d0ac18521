package io.nrtstreams.connect.s3.layout;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Values in one plain form, to compare what was written with what is read: whole numbers are long, bytes hexadecimal
 * text, dates and times the numbers that are stored, structs and maps maps, maps whose keys are no text lists of entries.
 */
public final class Plain {
    private Plain() {}

    public static @Nullable Object of(Schema schema, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (Kind.of(schema)) {
            case INT8, INT16, INT32, INT64 -> ((Number) value).longValue();
            case BYTES -> hex(value);
            case DECIMAL -> ((BigDecimal) value).setScale(DecimalType.of(schema).scale());
            case DATE -> Math.floorDiv(((Date) value).getTime(), 86_400_000L);
            case TIME, TIMESTAMP -> ((Date) value).getTime();
            case ARRAY -> list(schema, (Collection<?>) value);
            case MAP -> map(schema, (Map<?, ?>) value);
            case STRUCT -> struct((Struct) value);
            default -> value;
        };
    }

    public static Map<String, @Nullable Object> struct(Struct struct) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            plain.put(field.name(), of(field.schema(), struct.get(field)));
        }
        return plain;
    }

    public static String hex(Object bytes) {
        if (bytes instanceof byte[] array) {
            return HexFormat.of().formatHex(array);
        }
        ByteBuffer buffer = ((ByteBuffer) bytes).duplicate();
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return HexFormat.of().formatHex(copy);
    }

    private static List<@Nullable Object> list(Schema schema, Collection<?> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(item -> plain.add(of(schema.valueSchema(), item)));
        return plain;
    }

    private static Object map(Schema schema, Map<?, ?> map) {
        if (schema.keySchema().type() == Schema.Type.STRING) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(key, of(schema.valueSchema(), value)));
            return plain;
        }
        List<Object> entries = new ArrayList<>();
        map.forEach((key, value) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("key", of(schema.keySchema(), key));
            entry.put("value", of(schema.valueSchema(), value));
            entries.add(entry);
        });
        return entries;
    }
}
