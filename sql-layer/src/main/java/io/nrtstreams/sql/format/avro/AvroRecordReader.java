package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads a record's fields, in the writer's order, into the places of columns; columns without a field stay null. */
final class AvroRecordReader {

    private static final int NOWHERE = -1;

    private final AvroReader[] readers;
    private final int[] places;
    private final List<String> names;
    private final int width;

    private AvroRecordReader(AvroReader[] readers, int[] places, List<String> names, int width) {
        this.readers = readers;
        this.places = places;
        this.names = names;
        this.width = width;
    }

    /** A reader of the fields whose names are those of the columns, exactly or else in another case. */
    static AvroRecordReader of(Schema writer, List<String> columns, List<SqlType> types) throws DecodeException {
        List<String> fields =
                writer.getFields().stream().map(Schema.Field::name).toList();
        AvroReader[] readers = new AvroReader[fields.size()];
        int[] places = new int[fields.size()];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < readers.length; i++) {
            readers[i] = AvroSkipping.of(writer.getFields().get(i).schema());
            places[i] = NOWHERE;
            names.add(fields.get(i));
        }
        for (int column = 0; column < columns.size(); column++) {
            int field = ColumnRules.indexOf(fields, columns.get(column));
            if (field >= 0 && places[field] == NOWHERE) {
                readers[field] = reader(writer.getFields().get(field).schema(), columns.get(column), types.get(column));
                places[field] = column;
                names.set(field, columns.get(column));
            }
        }
        return new AvroRecordReader(readers, places, names, columns.size());
    }

    private static AvroReader reader(Schema writer, String column, SqlType type) throws DecodeException {
        try {
            return AvroReaders.of(writer, type);
        } catch (DecodeException e) {
            throw inField(column, e);
        }
    }

    @Nullable Object[] read(AvroInput in) throws DecodeException {
        @Nullable Object[] values = new @Nullable Object[width];
        int field = 0;
        try {
            for (; field < readers.length; field++) {
                Object value = readers[field].read(in);
                if (places[field] != NOWHERE) {
                    values[places[field]] = value;
                }
            }
        } catch (DecodeException e) {
            throw inField(names.get(field), e);
        }
        return values;
    }

    private static DecodeException inField(String name, DecodeException cause) {
        return new DecodeException(name + ": " + cause.getMessage());
    }
}
