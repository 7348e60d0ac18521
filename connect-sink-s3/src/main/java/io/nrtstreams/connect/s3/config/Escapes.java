package io.nrtstreams.connect.s3.config;

/** Reads texts in which characters that are hard to type, or to see, are spelled out. */
final class Escapes {
    /** What {@link #read} knows, for messages. */
    static final String SHOWN = "\\n, \\r, \\t, \\\\ or \\u and four hexadecimal digits";

    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /**
     * The text meant.
     *
     * @throws IllegalArgumentException if a backslash begins none of {@link #SHOWN}
     */
    static String read(String spelled) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (spelled.startsWith("u", i + 1)) {
                text.append(hex(spelled, i + 2));
                i += 1 + HEX_DIGITS;
            } else {
                text.append(plain(spelled, i + 1));
                i++;
            }
        }
        return text.toString();
    }

    private static char plain(String spelled, int at) {
        char c = at < spelled.length() ? spelled.charAt(at) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\' -> '\\';
            default -> throw unknown(at);
        };
    }

    private static char hex(String spelled, int at) {
        int code = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = i < spelled.length() ? Character.digit(spelled.charAt(i), 16) : -1;
            if (digit < 0) {
                throw unknown(at - 1);
            }
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private static IllegalArgumentException unknown(int column) {
        return new IllegalArgumentException("at column " + column + ": expected after a backslash " + SHOWN);
    }
}
