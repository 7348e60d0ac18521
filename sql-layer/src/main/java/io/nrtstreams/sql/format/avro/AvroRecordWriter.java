package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes columns as the fields of a record, in the schema's order. A field that no column fills has its default, or null; so
 * has a column that is null where the schema allows no null.
 */
final class AvroRecordWriter {

    private static final int NOWHERE = -1;

    private final @Nullable AvroWriter[] writers;
    private final int[] places;
    private final byte[] @Nullable [] substitutes;

    private AvroRecordWriter(@Nullable AvroWriter[] writers, int[] places, byte[] @Nullable [] substitutes) {
        this.writers = writers;
        this.places = places;
        this.substitutes = substitutes;
    }

    /**
     * A writer of these columns.
     *
     * @param path of the record for messages; empty for the row itself
     * @throws SqlException when a column has no field, or a required field no column
     */
    static AvroRecordWriter of(Schema record, List<String> columns, List<SqlType> types, String path) {
        List<Schema.Field> fields = record.getFields();
        List<String> names = fields.stream().map(Schema.Field::name).toList();
        int[] places = new int[fields.size()];
        Arrays.fill(places, NOWHERE);
        for (int column = 0; column < columns.size(); column++) {
            int field = ColumnRules.indexOf(names, columns.get(column));
            if (field < 0 || places[field] != NOWHERE) {
                throw new SqlException(
                        inside(path, columns.get(column)) + " has no field in the schema, whose fields are " + names
                                + "; leave the column out, or rename it.");
            }
            places[field] = column;
        }
        @Nullable AvroWriter[] writers = new @Nullable AvroWriter[fields.size()];
        byte[] @Nullable [] substitutes = new byte[fields.size()] @Nullable [];
        for (int i = 0; i < writers.length; i++) {
            String field = inside(path, names.get(i));
            substitutes[i] = substitute(fields.get(i), places[i] == NOWHERE);
            if (places[i] != NOWHERE) {
                writers[i] = AvroWriters.of(fields.get(i).schema(), types.get(places[i]), field);
            } else if (substitutes[i] == null) {
                writers[i] = unfilled(record, names.get(i), field);
            }
        }
        return new AvroRecordWriter(writers, places, substitutes);
    }

    /** A field that no column can have the type of does not keep anybody from reading the schema's records. */
    private static AvroWriter unfilled(Schema record, String name, String field) {
        if (AvroColumns.of(record).stream().anyMatch(column -> column.name().equals(name))) {
            throw new SqlException(
                    field + " is required by the schema, but no column fills it; add a column of this name.");
        }
        return (value, out) -> {
            throw new EncodeException(field + " is required by the schema, but no column can have its type");
        };
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? "column " + name : path + "->" + name;
    }

    /** What stands for a missing value: null where a column is null and the schema allows it comes from the column. */
    private static byte @Nullable [] substitute(Schema.Field field, boolean missing) {
        boolean nullable = field.schema().isNullable();
        if (nullable && !missing) {
            return null;
        }
        if (field.hasDefaultValue()) {
            return encoded(field.schema(), GenericData.get().getDefaultValue(field));
        }
        return nullable ? encoded(field.schema(), null) : null;
    }

    private static byte[] encoded(Schema schema, @Nullable Object value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<@Nullable Object>(schema).write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(@Nullable Object[] values, AvroOutput out) {
        for (int i = 0; i < writers.length; i++) {
            write(i, places[i] == NOWHERE ? null : values[places[i]], out);
        }
    }

    void write(StructValue values, AvroOutput out) {
        for (int i = 0; i < writers.length; i++) {
            write(i, places[i] == NOWHERE ? null : values.get(places[i]), out);
        }
    }

    private void write(int field, @Nullable Object value, AvroOutput out) {
        byte[] substitute = substitutes[field];
        AvroWriter writer = writers[field];
        if (value == null && substitute != null) {
            out.writeRaw(substitute);
        } else if (writer != null) {
            writer.write(value, out);
        }
    }
}
