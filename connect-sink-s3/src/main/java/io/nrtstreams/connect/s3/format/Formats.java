package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The formats that the sink brings itself. */
public final class Formats {
    private Formats() {}

    /** One JSON value a line. */
    public static RecordFormat jsonLines(FormatSettings settings) {
        return lines(".json", "application/x-ndjson", new JsonLines(settings.envelope()), settings);
    }

    /** One JSON array a file. */
    public static RecordFormat jsonArray(FormatSettings settings) {
        return lines(".json", "application/json", new JsonArray(settings.envelope()), settings);
    }

    /** The text of a single value a line; the envelope has no place in it. */
    public static RecordFormat text(FormatSettings settings) {
        return lines(".txt", "text/plain; charset=utf-8", new TextLines(), settings);
    }

    /** The bytes of the values as they are; the envelope has no place in them. */
    public static RecordFormat bytes(FormatSettings settings, ByteSettings bytes) {
        byte[] separator = bytes.separator().getBytes(StandardCharsets.UTF_8);
        return lines(bytes.extension(), "application/octet-stream", new RawBytes(separator), settings);
    }

    /**
     * CSV: the envelope's columns, then those of the value.
     *
     * @param columns as the configuration lists them, fields that it does not list being left out; if it lists none,
     *     the columns are those that the records have
     * @throws IllegalArgumentException if two paths give one column name
     */
    public static RecordFormat csv(FormatSettings settings, List<FieldPath> columns, CsvDialect dialect) {
        LineEncoder rows = columns.isEmpty()
                ? GrowingColumns.of(settings.envelope(), dialect)
                : new ChosenColumns(settings.envelope(), columns, dialect);
        return lines(".csv", "text/csv; charset=utf-8", rows, settings);
    }

    private static RecordFormat lines(
            String extension, String contentType, LineEncoder encoder, FormatSettings settings) {
        return new LineFormat(extension, contentType, encoder, settings);
    }
}
