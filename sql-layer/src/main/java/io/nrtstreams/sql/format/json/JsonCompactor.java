package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import java.math.BigDecimal;

/** Copies a JSON value without white space. Numbers keep their digits; those with an exponent are written as Java does. */
final class JsonCompactor {

    private final JsonWriter out = new JsonWriter();

    String text(JsonReader in) throws DecodeException {
        out.start();
        copy(in, 0);
        return out.finishText();
    }

    private void copy(JsonReader in, int depth) throws DecodeException {
        switch (in.peek()) {
            case '"' -> out.putString(in.takeString());
            case '{' -> members(in, depth + 1);
            case '[' -> elements(in, depth + 1);
            case 't', 'f' -> out.putBoolean(in.takeBoolean());
            case 'n' -> {
                in.takeNull();
                out.putNull();
            }
            default -> number(in);
        }
    }

    private void members(JsonReader in, int depth) throws DecodeException {
        in.checkDepth(depth);
        in.expect('{');
        out.put('{');
        if (in.take('}')) {
            out.put('}');
            return;
        }
        do {
            if (in.peek() != '"') {
                throw in.malformed("a name is missing");
            }
            out.putString(in.takeString());
            in.expect(':');
            out.put(':');
            copy(in, depth);
        } while (comma(in));
        in.expect('}');
        out.put('}');
    }

    private void elements(JsonReader in, int depth) throws DecodeException {
        in.checkDepth(depth);
        in.expect('[');
        out.put('[');
        if (in.take(']')) {
            out.put(']');
            return;
        }
        do {
            copy(in, depth);
        } while (comma(in));
        in.expect(']');
        out.put(']');
    }

    private boolean comma(JsonReader in) {
        boolean more = in.take(',');
        if (more) {
            out.put(',');
        }
        return more;
    }

    private void number(JsonReader in) throws DecodeException {
        int start = in.takeNumber();
        byte[] bytes = in.bytes();
        for (int i = start; i < in.position(); i++) {
            if (bytes[i] == 'e' || bytes[i] == 'E') {
                out.putAscii(decimal(in.textFrom(start)).toString());
                return;
            }
        }
        out.put(bytes, start, in.position());
    }

    private static BigDecimal decimal(String text) throws DecodeException {
        return JsonNumbers.decimal(text, "a number in a STRING");
    }
}
