package io.nrtstreams.connect.mock.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Hands over Structs. A value that no longer fits its schema gets one that differs from it just as the value does: a
 * field less, a field of another type, a field more. The same schema object is given for the same difference, so that
 * converters find it in their caches; at most {@value #MOST_SCHEMAS} are kept, those used last.
 */
final class StructRendering implements Rendering {
    private static final int MOST_SCHEMAS = 256;

    private final Map<Schema, Schema> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Schema, Schema> eldest) {
            return size() > MOST_SCHEMAS;
        }
    };

    @Override
    public Rendered clean(Struct value) {
        return new Rendered(value.schema(), value);
    }

    @Override
    public Rendered changed(Map<String, @Nullable Object> tree, Schema clean) {
        Schema schema = known.computeIfAbsent(schemaOf(tree, clean), made -> made);
        return new Rendered(schema, struct(tree, schema));
    }

    private static Schema schemaOf(Map<String, @Nullable Object> tree, Schema clean) {
        SchemaBuilder builder = SchemaBuilder.struct().name(clean.name());
        if (clean.isOptional()) {
            builder.optional();
        }
        tree.forEach((name, value) -> builder.field(name, schemaOf(value, clean.field(name))));
        return builder.build();
    }

    @SuppressWarnings("unchecked")
    private static Schema schemaOf(@Nullable Object value, @Nullable Field field) {
        if (field == null || value == null) {
            return field == null ? Schema.OPTIONAL_STRING_SCHEMA : field.schema();
        }
        if (field.schema().type() == Schema.Type.STRUCT && value instanceof Map<?, ?> tree) {
            return schemaOf((Map<String, @Nullable Object>) tree, field.schema());
        }
        Schema.Type type = ConnectSchema.schemaType(value.getClass());
        boolean fits =
                type == null || type == field.schema().type() || field.schema().name() != null;
        return fits ? field.schema() : SchemaBuilder.type(type).optional().build();
    }

    @SuppressWarnings("unchecked")
    private static Struct struct(Map<String, @Nullable Object> tree, Schema schema) {
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            Object value = tree.get(field.name());
            if (field.schema().type() == Schema.Type.STRUCT && value instanceof Map<?, ?> nested) {
                struct.put(field, struct((Map<String, @Nullable Object>) nested, field.schema()));
            } else {
                struct.put(field, value);
            }
        }
        return struct;
    }
}
