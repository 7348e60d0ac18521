package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;

/** INTEGER and BIGINT: a number, whose fraction is cut off, or a string of digits. */
final class JsonIntegers {

    private JsonIntegers() {}

    record Int(String path) implements JsonType {
        @Override
        public Object read(JsonReader in) throws DecodeException {
            long value = JsonNumbers.readLong(in, path);
            if (value != (int) value) {
                throw JsonNumbers.outOfRange(path);
            }
            return (int) value;
        }

        @Override
        public void write(JsonWriter out, Object value) {
            out.putInt((Integer) value);
        }
    }

    record Bigint(String path) implements JsonType {
        @Override
        public Object read(JsonReader in) throws DecodeException {
            return JsonNumbers.readLong(in, path);
        }

        @Override
        public void write(JsonWriter out, Object value) {
            out.putLong((Long) value);
        }
    }
}
