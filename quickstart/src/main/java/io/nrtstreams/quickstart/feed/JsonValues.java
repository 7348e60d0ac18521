package io.nrtstreams.quickstart.feed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/** Values as Connect's own JsonConverter writes them without schemas. Not thread-safe. */
public final class JsonValues {
    private final JsonConverter converter = new JsonConverter();

    /** Ready to write. */
    public JsonValues() {
        converter.configure(Map.of("schemas.enable", "false", "decimal.format", "NUMERIC"), false);
    }

    /** The JSON of a value, {@code null} of none. */
    public String json(@Nullable Schema schema, @Nullable Object value) {
        byte[] json = value == null ? null : converter.fromConnectData("", schema, value);
        return json == null ? "null" : new String(json, StandardCharsets.UTF_8);
    }
}
