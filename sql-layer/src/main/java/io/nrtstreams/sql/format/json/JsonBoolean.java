package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;

/** BOOLEAN: true or false, and nothing else. */
record JsonBoolean(String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        int next = in.peek();
        if (next != 't' && next != 'f') {
            throw JsonType.unexpected(in, path, "true or false");
        }
        return in.takeBoolean();
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.putBoolean((Boolean) value);
    }
}
