package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Times;

/** DATE in days since 1970, TIME in ms of the day, TIMESTAMP in ms since 1970: a whole number or a string of one. */
final class JsonTimes {

    private JsonTimes() {}

    record Date(String path) implements JsonType {
        @Override
        public Object read(JsonReader in) throws DecodeException {
            return Times.date(JsonNumbers.readLong(in, path), path);
        }

        @Override
        public void write(JsonWriter out, Object value) {
            out.putLong(Times.number(value));
        }
    }

    record Time(String path) implements JsonType {
        @Override
        public Object read(JsonReader in) throws DecodeException {
            return Times.time(JsonNumbers.readLong(in, path), path);
        }

        @Override
        public void write(JsonWriter out, Object value) {
            out.putLong(Times.number(value));
        }
    }

    record Timestamp(String path) implements JsonType {
        @Override
        public Object read(JsonReader in) throws DecodeException {
            return Times.timestamp(JsonNumbers.readLong(in, path));
        }

        @Override
        public void write(JsonWriter out, Object value) {
            out.putLong(Times.number(value));
        }
    }
}
