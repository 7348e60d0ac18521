package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;

/** STRING: a string, or any other value as its JSON text. */
final class JsonText implements JsonType {

    private final JsonCompactor compactor;

    JsonText(String path) {
        compactor = new JsonCompactor(path);
    }

    @Override
    public Object read(JsonReader in) throws DecodeException {
        return in.peek() == '"' ? in.takeString() : compactor.text(in);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.putString((String) value);
    }
}
