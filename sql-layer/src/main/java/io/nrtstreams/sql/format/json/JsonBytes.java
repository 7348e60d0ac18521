package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** BYTES: a string of base 64. */
record JsonBytes(String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        if (in.peek() != '"') {
            throw JsonType.unexpected(in, path, "a string of base 64");
        }
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(in.takeString()));
        } catch (IllegalArgumentException e) {
            throw new DecodeException(path + " must be base 64, but is another string", e);
        }
    }

    @Override
    public void write(JsonWriter out, Object value) {
        ByteBuffer encoded = Base64.getEncoder().encode(((ByteBuffer) value).duplicate());
        out.put('"');
        out.putAscii(StandardCharsets.ISO_8859_1.decode(encoded).toString());
        out.put('"');
    }
}
