package io.nrtstreams.connect.s3.format;

/**
 * The spelling of CSV. Quoting is that of RFC 4180 throughout.
 *
 * @param delimiter between cells; ASCII, and neither a quote nor part of a line break
 * @param nullText what stands, without quotes, for null; without delimiter, quote or line break in it
 * @param lineEnd after each row, the last one included
 * @param header whether a file begins with the names of its columns
 */
public record CsvDialect(char delimiter, String nullText, LineEnd lineEnd, Header header) {
    private static final CsvDialect USUAL = new CsvDialect(',', "", LineEnd.LF, Header.WRITTEN);

    /**
     * Checks that cells stay apart.
     *
     * @throws IllegalArgumentException if delimiter and text of null cannot be told from what is round them
     */
    public CsvDialect {
        if (delimiter >= 0x80 || isSpecial(delimiter)) {
            throw new IllegalArgumentException("expected an ASCII delimiter that is no quote and no line break");
        }
        char taken = delimiter;
        if (nullText.chars().anyMatch(c -> c == taken || isSpecial(c))) {
            throw new IllegalArgumentException("expected a text without the delimiter, a quote or a line break");
        }
    }

    /** Commas, empty cells for null, line feeds and a header. */
    public static CsvDialect usual() {
        return USUAL;
    }

    private static boolean isSpecial(int character) {
        return character == '"' || character == '\n' || character == '\r';
    }

    /** What ends a row. */
    public enum LineEnd {
        LF("\n"),
        CRLF("\r\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Whether a file has a header. */
    public enum Header {
        WRITTEN,
        LEFT_OUT
    }
}
