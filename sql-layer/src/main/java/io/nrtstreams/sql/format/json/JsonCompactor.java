package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;

/** Copies a JSON value without white space. Numbers keep their digits; those with an exponent are written as Java does. */
final class JsonCompactor {

    private final String path;
    private final StringBuilder out = new StringBuilder();

    JsonCompactor(String path) {
        this.path = path;
    }

    String text(JsonReader in) throws DecodeException {
        out.setLength(0);
        copy(in, 0);
        return out.toString();
    }

    private void copy(JsonReader in, int depth) throws DecodeException {
        switch (in.peek()) {
            case '"' -> string(in.takeString());
            case '{' -> members(in, depth + 1);
            case '[' -> elements(in, depth + 1);
            case 't', 'f' -> out.append(in.takeBoolean());
            case 'n' -> {
                in.takeNull();
                out.append("null");
            }
            default -> number(in);
        }
    }

    private void members(JsonReader in, int depth) throws DecodeException {
        in.checkDepth(depth);
        in.expect('{');
        out.append('{');
        if (in.take('}')) {
            out.append('}');
            return;
        }
        do {
            if (in.peek() != '"') {
                throw in.malformed("a name is missing");
            }
            string(in.takeString());
            in.expect(':');
            out.append(':');
            copy(in, depth);
        } while (comma(in));
        in.expect('}');
        out.append('}');
    }

    private void elements(JsonReader in, int depth) throws DecodeException {
        in.checkDepth(depth);
        in.expect('[');
        out.append('[');
        if (in.take(']')) {
            out.append(']');
            return;
        }
        do {
            copy(in, depth);
        } while (comma(in));
        in.expect(']');
        out.append(']');
    }

    private boolean comma(JsonReader in) {
        boolean more = in.take(',');
        if (more) {
            out.append(',');
        }
        return more;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"', '\\' -> out.append('\\').append(next);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(next);
            }
        }
        out.append('"');
    }

    private void character(char next) {
        if (next < ' ') {
            out.append(next < 0x10 ? "\\u000" : "\\u001")
                    .append(Character.toUpperCase(Character.forDigit(next & 0xf, 16)));
        } else {
            out.append(next);
        }
    }

    private void number(JsonReader in) throws DecodeException {
        String text = in.textFrom(in.takeNumber());
        boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        out.append(exponent ? Decimals.parse(text, path).toString() : text);
    }
}
