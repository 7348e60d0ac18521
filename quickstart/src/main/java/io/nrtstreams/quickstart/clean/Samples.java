package io.nrtstreams.quickstart.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.quickstart.CommandFailure;
import java.util.LinkedHashMap;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** How a line of input is a record. */
public enum Samples {
    /** A line is the text of a value. */
    TEXT {
        @Override
        Sample read(String line, String where) {
            return new Sample("", null, line, null);
        }
    },
    /** A line is the JSON of a value. */
    JSON {
        @Override
        Sample read(String line, String where) {
            return new Sample("", null, value(tree(line, where)), null);
        }
    },
    /** A line is what {@code nrt feed --format json} prints: key, value, timestamp and topic. */
    RECORDS {
        @Override
        Sample read(String line, String where) {
            JsonNode record = tree(line, where);
            if (!record.isObject() || !record.has("value")) {
                throw new CommandFailure(where + ": expected an object with a value, as nrt feed --format json prints");
            }
            JsonNode timestamp = record.path("timestamp");
            return new Sample(
                    record.path("topic").asText(""),
                    value(record.path("key")),
                    value(record.path("value")),
                    timestamp.isNumber() ? timestamp.asLong() : null);
        }
    };

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A record to be.
     *
     * @param topic empty where the line does not say
     */
    record Sample(
            String topic,
            @Nullable Object key,
            @Nullable Object value,
            @Nullable Long timestamp) {
        /** The schema that a converter gives a text, none to what has no schema. */
        static @Nullable Schema schema(@Nullable Object value) {
            return value instanceof String ? Schema.STRING_SCHEMA : null;
        }
    }

    /**
     * Reads a line.
     *
     * @param where the file and the line, for messages
     * @throws CommandFailure if it is none
     */
    abstract Sample read(String line, String where);

    private static JsonNode tree(String line, String where) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(where + ": expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
        }
        return node.isMissingNode() || node.isNull() ? null : MAPPER.convertValue(node, Object.class);
    }
}
