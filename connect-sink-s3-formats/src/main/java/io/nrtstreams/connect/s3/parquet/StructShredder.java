package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A struct: the columns of its fields, in their order. */
final class StructShredder implements Shredder {
    private final Schema schema;
    private final Presence presence;
    private final Field[] fields;
    private final Shredder[] shredders;

    StructShredder(Schema schema, Presence presence, List<Shredder> shredders) {
        this.schema = schema;
        this.presence = presence;
        this.fields = schema.fields().toArray(Field[]::new);
        this.shredders = shredders.toArray(Shredder[]::new);
    }

    @Override
    public void write(@Nullable Object value, int repetition, int definition) {
        if (value != null) {
            fields((Struct) value, repetition, definition + presence.levels());
        } else if (presence == Presence.OPTIONAL) {
            writeAbsent(repetition, definition);
        } else {
            throw Misfit.missing();
        }
    }

    private void fields(Struct struct, int repetition, int definition) {
        if (struct.schema() != schema && !struct.schema().fields().equals(schema.fields())) {
            throw new Misfit("it is a struct of another schema");
        }
        int at = 0;
        try {
            for (; at < fields.length; at++) {
                shredders[at].write(struct.get(fields[at]), repetition, definition);
            }
        } catch (RuntimeException e) {
            throw Misfit.at(fields[at].name(), e);
        }
    }

    @Override
    public void writeAbsent(int repetition, int definition) {
        for (Shredder shredder : shredders) {
            shredder.writeAbsent(repetition, definition);
        }
    }
}
