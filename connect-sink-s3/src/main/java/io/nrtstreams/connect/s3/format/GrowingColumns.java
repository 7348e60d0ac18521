package io.nrtstreams.connect.s3.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file whose columns are the fields of the records seen so far on its path.
 *
 * <p>Within a file the columns are fixed. A record that lacks one leaves its cell empty; a record with a further field
 * begins a new file, whose columns are the old ones and then the new. As columns are never dropped, records of two
 * shapes that alternate cost one more file, not a file each.
 */
final class GrowingColumns implements LineEncoder {
    /** More than this comes from fields named by data, each of which would begin a file. */
    static final int MOST = 1000;

    private static final int MOST_KNOWN = 100;

    private final Envelope envelope;
    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final CsvDialect dialect;
    private final CsvRow row;
    private final @Nullable Object[] values;
    private final @Nullable Schema[] schemas;
    private final BitSet present = new BitSet();
    /** By their columns: thousands of paths have the same ones. */
    private final Map<List<String>, GrowingColumns> known;

    private GrowingColumns(
            Envelope envelope, List<String> columns, CsvDialect dialect, Map<List<String>, GrowingColumns> known) {
        this.envelope = envelope;
        this.columns = columns;
        this.dialect = dialect;
        this.known = known;
        this.row = new CsvRow(dialect);
        columns.forEach(column -> positions.put(column, positions.size()));
        values = new Object[columns.size()];
        schemas = new Schema[columns.size()];
    }

    static GrowingColumns of(Envelope envelope, CsvDialect dialect) {
        return new GrowingColumns(envelope, List.of(), dialect, new HashMap<>());
    }

    @Override
    public void writeHeader(Utf8Buffer out) {
        List<String> names = new ArrayList<>();
        envelope.columns().forEach(column -> names.add(column.column()));
        names.addAll(columns);
        row.header(out, names);
    }

    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        present.clear();
        try {
            return writeRow(record, out);
        } finally {
            // A path keeps its columns for as long as it is known; it must not keep its last record with them.
            Arrays.fill(values, null);
        }
    }

    private boolean writeRow(SinkRecord record, Utf8Buffer out) {
        if (!Flattening.flatten(record, this::place)) {
            return false;
        }
        if (columns.isEmpty() && envelope.columns().isEmpty()) {
            throw new BadRecordException("its value has no field to be a CSV column");
        }
        row.begin(out);
        row.addEnvelope(out, envelope, record);
        for (int i = 0; i < columns.size(); i++) {
            row.add(out, values[i], schemas[i]);
        }
        row.end(out);
        return true;
    }

    private boolean place(String column, @Nullable Object value, @Nullable Schema schema) {
        Integer position = positions.get(column);
        if (position == null) {
            return false;
        }
        if (present.get(position)) {
            throw ambiguous(column);
        }
        present.set(position);
        values[position] = value;
        schemas[position] = schema;
        return true;
    }

    @Override
    public LineEncoder widenedFor(SinkRecord record) {
        Set<String> wider = new LinkedHashSet<>(columns);
        Set<String> own = new HashSet<>();
        Flattening.flatten(record, (column, value, schema) -> {
            if (!own.add(column)) {
                throw ambiguous(column);
            }
            wider.add(column);
            return true;
        });
        refuse(wider);
        return known(List.copyOf(wider));
    }

    private GrowingColumns known(List<String> wider) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(wider, columns -> new GrowingColumns(envelope, columns, dialect, known));
    }

    private void refuse(Set<String> wider) {
        if (wider.size() > MOST) {
            throw new BadRecordException("the fields of this path make over " + MOST
                    + " CSV columns; name the wanted ones in csv.columns, or use format=json");
        }
        for (Envelope.Column column : envelope.columns()) {
            if (wider.contains(column.column())) {
                throw envelope.collision(column.column());
            }
        }
    }

    private static BadRecordException ambiguous(String column) {
        return new BadRecordException("two fields of the value make the one CSV column " + column
                + " (a nested field a.b is the column a_b); choose among them with csv.columns");
    }
}
