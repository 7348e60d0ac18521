package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schema that rows are written with, and the writing. */
final class AvroSink {

    private final RowWriter rows;
    private final IntSupplier id;

    private AvroSink(RowWriter rows, IntSupplier id) {
        this.rows = rows;
        this.id = id;
    }

    /**
     * The writing of these columns by a schema.
     *
     * @param id gives the schema's id when a row is written
     * @throws SqlException when the schema cannot hold the columns
     */
    static AvroSink of(Schema schema, FormatSpec spec, List<Column> columns, Part part, IntSupplier id) {
        if (ColumnRules.isUnwrapped(spec, columns, part)) {
            Column column = columns.get(0);
            AvroWriter writer = AvroWriters.of(schema, column.type(), "column " + column.name());
            return new AvroSink((row, out) -> writer.write(row[0], out), id);
        }
        List<Schema> records = AvroTypes.nonNull(schema);
        if (records.size() != 1 || records.get(0).getType() != Schema.Type.RECORD) {
            throw new SqlException("The schema has " + AvroTypes.described(schema)
                    + ", but columns need a record; name another schema, or write a single column with "
                    + "WRAP_SINGLE_VALUE = false.");
        }
        AvroRecordWriter record = AvroRecordWriter.of(
                records.get(0),
                columns.stream().map(Column::name).toList(),
                columns.stream().map(Column::type).toList(),
                "");
        if (schema.getType() != Schema.Type.UNION) {
            return new AvroSink(record::write, id);
        }
        int branch = schema.getTypes().indexOf(records.get(0));
        return new AvroSink(
                (row, out) -> {
                    out.writeLong(branch);
                    record.write(row, out);
                },
                id);
    }

    int schemaId() {
        return id.getAsInt();
    }

    void write(@Nullable Object[] row, AvroOutput out) {
        rows.write(row, out);
    }

    @FunctionalInterface
    private interface RowWriter {
        void write(@Nullable Object[] row, AvroOutput out);
    }
}
