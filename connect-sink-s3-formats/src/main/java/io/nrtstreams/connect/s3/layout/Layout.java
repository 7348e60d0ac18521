package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file: those of the envelope, then the fields of a struct, or the column {@code value} for a value of
 * any other type. A record without a value and without a schema for one has the envelope's columns alone.
 *
 * @param columns at least one
 * @param struct schema of the value where its fields are columns
 */
public record Layout(List<Column> columns, @Nullable Schema struct) {
    private static final String VALUE = "value";

    public Layout {
        columns = List.copyOf(columns);
    }

    /**
     * The layout of records with these schemas.
     *
     * @param key schema of the key, null if there is neither
     * @param value schema of the value, null if there is neither
     * @throws BadRecordException if there is no such file
     */
    static Layout of(Envelope envelope, @Nullable Schema key, @Nullable Schema value) {
        List<Column> columns = new ArrayList<>();
        envelope.columns().forEach(part -> columns.add(EnvelopeColumns.of(part, key)));
        Schema struct = value != null && value.type() == Schema.Type.STRUCT ? value : null;
        if (struct != null) {
            refuseCollisions(envelope, struct);
            struct.fields().forEach(field -> columns.add(fieldOf(struct, field)));
        } else if (value != null) {
            columns.add(new Column(VALUE, value, value.isOptional(), SinkRecord::value));
        }
        if (columns.isEmpty()) {
            throw new BadRecordException("its value has no field, so there is no column to store; set envelope");
        }
        return new Layout(columns, struct);
    }

    /** Where the struct may be null, so may each of its fields. */
    private static Column fieldOf(Schema struct, Field field) {
        boolean optional = struct.isOptional() || field.schema().isOptional();
        return new Column(field.name(), field.schema(), optional, record -> {
            Object value = record.value();
            return value == null ? null : ((Struct) value).get(field);
        });
    }

    private static void refuseCollisions(Envelope envelope, Schema struct) {
        for (Envelope.Column column : envelope.columns()) {
            if (struct.field(column.column()) != null) {
                throw envelope.collision(column.column());
            }
        }
    }

    /**
     * Makes sure that the columns can be read from a record of this layout's schemas.
     *
     * @throws BadRecordException if its value is of another schema than the record says
     */
    public void check(SinkRecord record) {
        Object value = record.value();
        if (struct == null || (value == null && struct.isOptional())) {
            return;
        }
        if (value == null) {
            throw new BadRecordException("it has no value, though the schema of its value is not optional");
        }
        if (!(value instanceof Struct given)) {
            throw new BadRecordException("its value is no struct, though its schema is one");
        }
        if (given.schema() != struct && !given.schema().equals(record.valueSchema())) {
            throw new BadRecordException("its value is a struct of another schema than the record's");
        }
    }
}
