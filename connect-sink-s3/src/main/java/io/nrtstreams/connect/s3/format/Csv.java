package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;

/** CSV with a header row: the envelope's columns, then those of the value. */
public final class Csv implements RecordFormat {
    private final FileEncoder first;

    private Csv(FileEncoder first) {
        this.first = first;
    }

    /**
     * Columns as the configuration lists them; fields that it does not list are left out.
     *
     * @throws IllegalArgumentException if two paths give one column name
     */
    public static Csv ofColumns(Envelope envelope, List<FieldPath> columns) {
        return new Csv(new ChosenColumns(envelope, columns));
    }

    /** Columns as the records have them. */
    public static Csv ofRecords(Envelope envelope) {
        return new Csv(GrowingColumns.of(envelope));
    }

    @Override
    public String extension() {
        return ".csv";
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public FileEncoder encoder() {
        return first;
    }
}
