package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** A CSV file whose columns the configuration lists. A value that is not a struct or map is the column {@code value}. */
final class ChosenColumns implements LineEncoder {
    private final Envelope envelope;
    private final List<FieldPath> paths;
    private final List<String> header = new ArrayList<>();
    private final CsvRow row;

    ChosenColumns(Envelope envelope, List<FieldPath> paths, CsvDialect dialect) {
        this.envelope = envelope;
        this.paths = List.copyOf(paths);
        this.row = new CsvRow(dialect);
        envelope.columns().forEach(column -> header.add(column.column()));
        paths.forEach(path -> header.add(Flattening.columnName(path.steps())));
        Set<String> seen = new HashSet<>();
        header.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("expected different columns, but " + twice + " comes twice");
        });
    }

    @Override
    public void writeHeader(Utf8Buffer out) {
        row.header(out, header);
    }

    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        row.begin(out);
        row.addEnvelope(out, envelope, record);
        paths.forEach(path -> addField(record, path, out));
        row.end(out);
        return true;
    }

    private void addField(SinkRecord record, FieldPath path, Utf8Buffer out) {
        Object value = record.value();
        if (Flattening.hasFields(value)) {
            row.add(out, path.read(value), path.schemaIn(record.valueSchema()));
        } else {
            boolean isValue = path.steps().equals(List.of(Flattening.VALUE));
            row.add(out, isValue ? value : null, record.valueSchema());
        }
    }
}
