package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the language as cases write them in JSON: bytes in base64, dates in days, times and timestamps in ms, all else
 * as it is.
 */
final class SqlJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SqlJson() {}

    static @Nullable Object value(JsonNode json, SqlType type) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        return switch (type.base()) {
            case BOOLEAN -> json.asBoolean();
            case INTEGER -> json.asInt();
            case BIGINT -> json.asLong();
            case DOUBLE -> json.asDouble();
            case STRING -> json.isValueNode() ? json.asText() : json.toString();
            case BYTES -> ByteBuffer.wrap(bytes(json));
            case DATE -> LocalDate.ofEpochDay(json.asLong());
            case TIME -> LocalTime.ofNanoOfDay(json.asLong() * 1_000_000);
            case TIMESTAMP -> Instant.ofEpochMilli(json.asLong());
            case DECIMAL ->
                new BigDecimal(json.asText()).setScale(((SqlType.Decimal) type).scale(), RoundingMode.HALF_UP);
            case ARRAY -> list(json, ((SqlType.Array) type).element());
            case MAP -> map(json, (SqlType.Map) type);
            case STRUCT -> struct(json, (SqlType.Struct) type);
        };
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return json.binaryValue() == null ? new byte[0] : json.binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> list(JsonNode json, SqlType element) {
        List<@Nullable Object> values = new ArrayList<>();
        json.forEach(item -> values.add(value(item, element)));
        return values;
    }

    private static Map<Object, @Nullable Object> map(JsonNode json, SqlType.Map type) {
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            Object key = value(NODES.textNode(entry.getKey()), type.key());
            values.put(key == null ? entry.getKey() : key, value(entry.getValue(), type.value()));
        });
        return values;
    }

    private static StructValue struct(JsonNode json, SqlType.Struct type) {
        @Nullable Object[] values = type.fields().stream()
                .map(field -> value(find(json, field.name()), field.type()))
                .toArray();
        return new StructValue(type, values);
    }

    /** The field of this name, case aside. */
    static JsonNode find(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return NODES.missingNode();
    }

    static JsonNode json(@Nullable Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), json(item)));
            return object;
        }
        if (value instanceof StructValue struct) {
            ObjectNode object = NODES.objectNode();
            for (int i = 0; i < struct.size(); i++) {
                object.set(struct.type().fields().get(i).name(), json(struct.get(i)));
            }
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Integer number) {
            return NODES.numberNode(number);
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return NODES.textNode(Base64.getEncoder().encodeToString(copy));
        } else if (value instanceof LocalDate date) {
            return NODES.numberNode(date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            return NODES.numberNode(time.toNanoOfDay() / 1_000_000);
        } else if (value instanceof Instant instant) {
            return NODES.numberNode(instant.toEpochMilli());
        }
        return NODES.textNode(value.toString());
    }
}
