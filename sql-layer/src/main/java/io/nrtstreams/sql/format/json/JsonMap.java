package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.EncodeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MAP with keys of type STRING: an object. */
record JsonMap(JsonType value, String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        if (!in.take('{')) {
            throw JsonType.unexpected(in, path, "an object");
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (!in.take('}')) {
            do {
                if (in.peek() != '"') {
                    throw in.malformed("a name is missing");
                }
                String key = in.takeString();
                in.expect(':');
                entries.put(key, value.readNullable(in));
            } while (in.take(','));
            in.expect('}');
        }
        return Collections.unmodifiableMap(entries);
    }

    @Override
    public void write(JsonWriter out, Object map) {
        out.put('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            Object key = entry.getKey();
            if (key == null) {
                throw new EncodeException(path + " has a null key, which JSON cannot hold");
            }
            out.putAscii(separator);
            separator = ",";
            out.putString((String) key);
            out.put(':');
            value.writeNullable(out, entry.getValue());
        }
        out.put('}');
    }
}
