package io.nrtstreams.quickstart.clean;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.config.JsonFile;
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
            return new Sample("", null, value(JsonFile.line(line, where)), null);
        }
    },
    /** A line is what {@code nrt feed --format json} prints: key, value, timestamp and topic. */
    RECORDS {
        @Override
        Sample read(String line, String where) {
            JsonNode record = JsonFile.line(line, where);
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

    private static final ObjectMapper MAPPER = new ObjectMapper();

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

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
        }
        return node.isMissingNode() || node.isNull() ? null : MAPPER.convertValue(node, Object.class);
    }
}
