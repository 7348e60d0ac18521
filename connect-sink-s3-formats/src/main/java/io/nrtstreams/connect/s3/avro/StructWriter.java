package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Writes a struct as a record: its fields one after the other. */
final class StructWriter implements ValueWriter {
    private final Schema schema;
    private final Field[] fields;
    private final Slot.Writer[] writers;

    StructWriter(Schema schema, List<Slot> slots) {
        this.schema = schema;
        this.fields = schema.fields().toArray(Field[]::new);
        this.writers = slots.stream().map(Slot::writer).toArray(Slot.Writer[]::new);
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Struct struct = (Struct) value;
        if (struct.schema() != schema && !struct.schema().fields().equals(schema.fields())) {
            throw new Misfit("it is a struct of another schema");
        }
        int at = 0;
        try {
            for (; at < fields.length; at++) {
                writers[at].write(struct.get(fields[at]), out);
            }
        } catch (RuntimeException e) {
            throw Misfit.at(fields[at].name(), e);
        }
    }
}
