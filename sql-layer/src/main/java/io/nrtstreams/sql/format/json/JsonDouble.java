package io.nrtstreams.sql.format.json;

import com.fasterxml.jackson.core.io.NumberInput;
import io.nrtstreams.sql.format.DecodeException;

/** DOUBLE: a number, or a string as Java reads a double, NaN and Infinity among them. */
record JsonDouble(String path) implements JsonType {

    @Override
    public Object read(JsonReader in) throws DecodeException {
        int next = in.peek();
        if (next == '"') {
            try {
                return Double.parseDouble(in.takeString());
            } catch (NumberFormatException e) {
                // Its message quotes the text.
                throw new DecodeException(path + " must be a number, but is a string that holds none");
            }
        }
        if (!JsonNumbers.startsNumber(next)) {
            throw JsonType.unexpected(in, path, "a number");
        }
        int start = in.takeNumber();
        return NumberInput.parseDouble(in.textFrom(start), true);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.putDouble((Double) value);
    }
}
