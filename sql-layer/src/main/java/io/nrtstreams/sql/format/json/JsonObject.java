package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of an object, by name, and an array of their values. Single-threaded. */
final class JsonObject {

    private static final byte[] EMPTY = {'{', '}'};

    private final JsonType[] types;
    private final byte[][] openings;
    private final JsonNames names;

    JsonObject(List<String> names, List<JsonType> types) {
        this.types = types.toArray(new JsonType[0]);
        this.openings = new byte[names.size()][];
        for (int i = 0; i < openings.length; i++) {
            openings[i] = opening(i, names.get(i));
        }
        this.names = new JsonNames(names);
    }

    private static byte[] opening(int index, String name) {
        JsonWriter out = new JsonWriter();
        out.put(index == 0 ? '{' : ',');
        out.putString(name);
        out.put(':');
        return out.finish();
    }

    /**
     * The values of the members, null for those that are missing. Of two members of the same name the later one counts; of
     * names that differ in case the column's own, and else the first.
     */
    @Nullable Object[] read(JsonReader in) throws DecodeException {
        @Nullable Object[] values = new Object[types.length];
        in.expect('{');
        if (in.take('}')) {
            return values;
        }
        names.start();
        do {
            JsonNames.Name name = names.next(in);
            if (name.index() >= 0 && names.counts(name)) {
                values[name.index()] = types[name.index()].readNullable(in);
            } else {
                in.skip(0);
            }
        } while (in.take(','));
        in.expect('}');
        return values;
    }

    void writeMember(JsonWriter out, int index, @Nullable Object value) {
        out.put(openings[index]);
        types[index].writeNullable(out, value);
    }

    void writeEnd(JsonWriter out) {
        if (openings.length == 0) {
            out.put(EMPTY);
        } else {
            out.put('}');
        }
    }
}
