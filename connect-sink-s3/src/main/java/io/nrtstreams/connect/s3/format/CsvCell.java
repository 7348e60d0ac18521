package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes a cell of a CSV row (RFC 4180): quotes round a text that holds the delimiter, a quote or a line break, quotes
 * within doubled.
 *
 * <p>A null is the dialect's text for it, as a rule an empty cell; a text equal to that, and an empty one, has quotes, so
 * that they stay apart. A list, map or struct is a cell of
 * JSON text. Not thread-safe.
 */
final class CsvCell {
    private final CsvDialect dialect;
    private final JsonWriter json = new JsonWriter();
    private final Utf8Buffer nested = new Utf8Buffer();

    CsvCell(CsvDialect dialect) {
        this.dialect = dialect;
    }

    void write(Utf8Buffer out, @Nullable Object value, @Nullable Schema schema) {
        if (value == null) {
            out.text(dialect.nullText());
            return;
        }
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Number number) {
            Numbers.write(out, number);
        } else {
            String text = Texts.scalar(value, schema);
            text(out, text == null ? asJson(value, schema) : text);
        }
    }

    private String asJson(Object value, @Nullable Schema schema) {
        nested.clear();
        json.write(nested, value, schema);
        return nested.toString();
    }

    private void text(Utf8Buffer out, String text) {
        if (!needsQuotes(text)) {
            out.text(text);
            return;
        }
        out.ascii('"');
        out.text(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
        out.ascii('"');
    }

    private boolean needsQuotes(String text) {
        char delimiter = dialect.delimiter();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.isEmpty() || text.equals(dialect.nullText());
    }
}
