package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ARRAY. */
record JsonArray(JsonType element, String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        if (!in.take('[')) {
            throw JsonType.unexpected(in, path, "an array");
        }
        if (in.take(']')) {
            return List.of();
        }
        List<@Nullable Object> elements = new ArrayList<>();
        do {
            elements.add(element.readNullable(in));
        } while (in.take(','));
        in.expect(']');
        return Collections.unmodifiableList(elements);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.put('[');
        String separator = "";
        for (Object each : (List<?>) value) {
            out.putAscii(separator);
            separator = ",";
            element.writeNullable(out, each);
        }
        out.put(']');
    }
}
