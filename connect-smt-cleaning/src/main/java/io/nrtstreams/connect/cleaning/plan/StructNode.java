package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Cleans a record of one schema: the fields are found by their place, and a changed record is built once. */
final class StructNode implements Node {
    private final Schema input;
    private final Schema output;
    private final Field[] inputFields;
    private final Field[] outputFields;
    private final Leaf[] leaves;

    StructNode(Schema input, Schema output, List<Leaf> leaves) {
        this.input = input;
        this.output = output;
        this.inputFields = input.fields().toArray(new Field[0]);
        this.outputFields = output.fields().toArray(new Field[0]);
        this.leaves = leaves.toArray(new Leaf[0]);
    }

    /** The schema of what {@link #clean} returns. */
    Schema output() {
        return output;
    }

    @Override
    public @Nullable Object clean(@Nullable Object value) {
        return value instanceof Struct struct ? cleanStruct(struct) : Leaf.cleanAbsent(leaves, value);
    }

    private Object cleanStruct(Struct given) {
        Object[] values = valuesOf(given);
        boolean changed = input != output;
        for (Leaf leaf : leaves) {
            Object before = leaf.index() < 0 ? null : values[leaf.index()];
            Object after = leaf.clean(before);
            if (after instanceof Refused) {
                return after;
            }
            if (after != before && leaf.index() >= 0) {
                values[leaf.index()] = after;
                changed = true;
            }
        }
        return changed ? built(values) : given;
    }

    private @Nullable Object[] valuesOf(Struct given) {
        Object[] values = new Object[inputFields.length];
        for (int i = 0; i < inputFields.length; i++) {
            Field field = inputFields[i];
            Schema schema = field.schema();
            // A null in an optional field is meant, even where the schema has a default for it.
            boolean meansNull = schema.isOptional() && schema.defaultValue() != null;
            values[i] = meansNull ? given.getWithoutDefault(field.name()) : given.get(field);
        }
        return values;
    }

    private Struct built(@Nullable Object[] values) {
        Struct struct = new Struct(output);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                struct.put(outputFields[i], values[i]);
            }
        }
        return struct;
    }
}
