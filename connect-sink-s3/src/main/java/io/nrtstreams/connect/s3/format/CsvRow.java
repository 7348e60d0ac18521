package io.nrtstreams.connect.s3.format;

import java.util.Collection;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes one row after the other: cells with the delimiter between them, and the line end.
 *
 * <p>A row of one empty cell is written {@code ""}, as readers pass over an empty line. Not thread-safe.
 */
final class CsvRow {
    private final CsvDialect dialect;
    private final CsvCell cell;
    private int start;
    private int cells;

    CsvRow(CsvDialect dialect) {
        this.dialect = dialect;
        this.cell = new CsvCell(dialect);
    }

    void begin(Utf8Buffer out) {
        start = out.length();
        cells = 0;
    }

    void add(Utf8Buffer out, @Nullable Object value, @Nullable Schema schema) {
        if (cells++ > 0) {
            out.ascii(dialect.delimiter());
        }
        cell.write(out, value, schema);
    }

    void addEnvelope(Utf8Buffer out, Envelope envelope, SinkRecord record) {
        for (Envelope.Column column : envelope.columns()) {
            Envelope.Cell part = column.read(record);
            add(out, part.value(), part.schema());
        }
    }

    void end(Utf8Buffer out) {
        if (out.length() == start) {
            out.ascii('"');
            out.ascii('"');
        }
        out.text(dialect.lineEnd().text());
    }

    /** The names of the columns, unless the dialect leaves them out. */
    void header(Utf8Buffer out, Collection<String> names) {
        if (dialect.header() == CsvDialect.Header.WRITTEN) {
            begin(out);
            names.forEach(name -> add(out, name, null));
            end(out);
        }
    }
}
