package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;

/** The formats that the sink brings itself. */
public final class Formats {
    private Formats() {}

    /** One JSON value a line. */
    public static RecordFormat jsonLines(FormatSettings settings) {
        return lines(".json", "application/x-ndjson", new JsonLines(settings.envelope()), settings);
    }

    /**
     * CSV with a header row: the envelope's columns, then those of the value.
     *
     * @param columns as the configuration lists them, fields that it does not list being left out; if it lists none,
     *     the columns are those that the records have
     * @throws IllegalArgumentException if two paths give one column name
     */
    public static RecordFormat csv(FormatSettings settings, List<FieldPath> columns) {
        LineEncoder rows = columns.isEmpty()
                ? GrowingColumns.of(settings.envelope())
                : new ChosenColumns(settings.envelope(), columns);
        return lines(".csv", "text/csv; charset=utf-8", rows, settings);
    }

    private static RecordFormat lines(
            String extension, String contentType, LineEncoder encoder, FormatSettings settings) {
        return new LineFormat(extension, contentType, encoder, settings.compression(), settings.compressionLevel());
    }
}
