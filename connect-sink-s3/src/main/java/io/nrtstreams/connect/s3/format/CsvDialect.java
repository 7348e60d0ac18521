package io.nrtstreams.connect.s3.format;

/**
 * The spelling of CSV. Quoting is that of RFC 4180 throughout. Numbers never have quotes: neither the delimiter nor the
 * text of null can be part of one.
 *
 * @param delimiter between cells
 * @param nullText what stands, without quotes, for null
 * @param lineEnd after each row, the last one included
 * @param header whether a file begins with the names of its columns
 */
public record CsvDialect(char delimiter, String nullText, LineEnd lineEnd, Header header) {
    private static final CsvDialect USUAL = new CsvDialect(',', "", LineEnd.LF, Header.WRITTEN);
    private static final String PARTS_OF_NUMBERS = "+-.";

    /**
     * Checks that cells stay apart.
     *
     * @throws IllegalArgumentException if delimiter and text of null cannot be told from what is round them
     */
    public CsvDialect {
        if (delimiter >= 0x80
                || isSpecial(delimiter)
                || Character.isLetterOrDigit(delimiter)
                || PARTS_OF_NUMBERS.indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException(
                    "expected an ASCII character that is no letter, digit, sign, point, quote or line break");
        }
        char taken = delimiter;
        if (nullText.chars().anyMatch(c -> c == taken || isSpecial(c)) || isNumber(nullText)) {
            throw new IllegalArgumentException(
                    "expected a text without the delimiter, a quote or a line break that is no number");
        }
    }

    /** Commas, empty cells for null, line feeds and a header. */
    public static CsvDialect usual() {
        return USUAL;
    }

    private static boolean isSpecial(int character) {
        return character == '"' || character == '\n' || character == '\r';
    }

    /** Also for the texts of what is not a number, and of the infinities. */
    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
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
