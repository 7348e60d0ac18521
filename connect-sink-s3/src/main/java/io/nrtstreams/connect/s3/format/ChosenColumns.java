package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** A CSV file whose columns the configuration lists. A value that is not a struct or map is the column {@code value}. */
final class ChosenColumns implements FileEncoder {
    private final Envelope envelope;
    private final List<FieldPath> paths;
    private final List<String> header = new ArrayList<>();
    private final CsvLine line = new CsvLine();

    ChosenColumns(Envelope envelope, List<FieldPath> paths) {
        this.envelope = envelope;
        this.paths = List.copyOf(paths);
        envelope.columns().forEach(column -> header.add(column.column()));
        paths.forEach(path -> header.add(Flattening.columnName(path.steps())));
        Set<String> seen = new HashSet<>();
        header.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("expected different columns, but " + twice + " comes twice");
        });
    }

    @Override
    public void writeHeader(Utf8Buffer out) {
        CsvHeader.write(header, out);
    }

    @Override
    public boolean writeLine(SinkRecord record, Utf8Buffer out) {
        boolean first = true;
        for (Envelope.Column column : envelope.columns()) {
            separate(out, first);
            Envelope.Cell cell = column.read(record);
            line.cell(out, cell.value(), cell.schema());
            first = false;
        }
        for (FieldPath path : paths) {
            separate(out, first);
            writeField(record, path, out);
            first = false;
        }
        out.ascii('\n');
        return true;
    }

    private void writeField(SinkRecord record, FieldPath path, Utf8Buffer out) {
        if (Flattening.hasFields(record.value())) {
            line.cell(out, path.read(record.value()), path.schemaIn(record.valueSchema()));
        } else if (path.steps().equals(List.of(Flattening.VALUE))) {
            line.cell(out, record.value(), record.valueSchema());
        }
    }

    private static void separate(Utf8Buffer out, boolean first) {
        if (!first) {
            out.ascii(',');
        }
    }

    @Override
    public FileEncoder widenedFor(SinkRecord record) {
        return this;
    }
}
