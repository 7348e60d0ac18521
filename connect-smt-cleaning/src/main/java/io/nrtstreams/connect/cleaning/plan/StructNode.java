package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Cleans a record of one schema: the fields are found by their place, and a changed record is built once. */
final class StructNode implements SchemaNode {
    private final Schema input;
    private final Schema output;
    private final Field[] inputFields;
    private final boolean[] defaultsPassedOver;
    private final @Nullable Field[] outputFields;
    private final Leaf[] leaves;

    /**
     * The node for {@code input}.
     *
     * @param names of the fields afterwards, by their place in the input; null where one is left out
     */
    StructNode(Schema input, Schema output, @Nullable String[] names, List<Leaf> leaves) {
        this.input = input;
        this.output = output;
        this.inputFields = input.fields().toArray(new Field[0]);
        this.defaultsPassedOver = defaultsPassedOver(inputFields);
        this.outputFields = outputFields(inputFields, names, output);
        this.leaves = leaves.toArray(new Leaf[0]);
    }

    private static boolean[] defaultsPassedOver(Field[] fields) {
        boolean[] passedOver = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Schema schema = fields[i].schema();
            // A null in an optional field is meant, even where the schema has a default for it.
            passedOver[i] = schema.isOptional() && schema.defaultValue() != null;
        }
        return passedOver;
    }

    /** A field that is the same before and after is one object in both arrays: less to fetch where schemas take turns. */
    private static @Nullable Field[] outputFields(Field[] inputFields, @Nullable String[] names, Schema output) {
        @Nullable Field[] fields = new Field[names.length];
        for (int i = 0; i < names.length; i++) {
            Field field = names[i] == null ? null : output.field(names[i]);
            fields[i] = inputFields[i].equals(field) ? inputFields[i] : field;
        }
        return fields;
    }

    @Override
    public Schema output() {
        return output;
    }

    @Override
    public @Nullable Object clean(@Nullable Object value, Passage passage) {
        return value instanceof Struct struct ? cleanStruct(struct, passage) : Leaf.cleanAbsent(leaves, value, passage);
    }

    private Object cleanStruct(Struct given, Passage passage) {
        Object[] values = valuesOf(given);
        boolean changed = input != output;
        for (Leaf leaf : leaves) {
            Object before = leaf.index() < 0 ? null : values[leaf.index()];
            Object after = leaf.clean(before, passage);
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
            values[i] = defaultsPassedOver[i] ? given.getWithoutDefault(field.name()) : given.get(field);
        }
        return values;
    }

    private Struct built(@Nullable Object[] values) {
        Struct struct = new Struct(output);
        for (int i = 0; i < values.length; i++) {
            Field field = outputFields[i];
            if (field != null && values[i] != null) {
                struct.put(field, values[i]);
            }
        }
        return struct;
    }
}
