package io.nrtstreams.quickstart.clean;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/** Values as Connect's own JsonConverter writes them without schemas. Not thread-safe. */
final class Values {
    private final JsonConverter converter = new JsonConverter();

    Values() {
        converter.configure(Map.of("schemas.enable", "false", "decimal.format", "NUMERIC"), false);
    }

    /** The JSON of a value, {@code null} of none. */
    String json(@Nullable Schema schema, @Nullable Object value) {
        byte[] json = value == null ? null : converter.fromConnectData("", schema, value);
        return json == null ? "null" : new String(json, StandardCharsets.UTF_8);
    }
}
