package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** The schemas that rules lead to. Whatever rules do not change is kept, as the very same object where possible. */
final class OutputSchemas {
    private OutputSchemas() {}

    /**
     * {@code schema} with some of its fields replaced, renamed or left out.
     *
     * @param replacements by the place of the field; the same schema leaves a field alone
     * @param names by the place of the field, each once; null leaves it out
     */
    static Schema withFields(Schema schema, Schema[] replacements, @Nullable String[] names) {
        boolean same = true;
        for (Field field : schema.fields()) {
            same &= replacements[field.index()] == field.schema()
                    && field.name().equals(names[field.index()]);
        }
        if (same) {
            return schema;
        }
        SchemaBuilder builder = described(SchemaBuilder.struct(), schema);
        builder.name(schema.name()).version(schema.version());
        for (Field field : schema.fields()) {
            String name = names[field.index()];
            if (name != null) {
                builder.field(name, replacements[field.index()]);
            }
        }
        return builder.build();
    }

    /** The schema of a field after its rules: another type, or optional where it was not. */
    static Schema afterRules(Schema schema, RuleChain rules) {
        ScalarType before = ScalarType.of(schema);
        ScalarType after = rules.type();
        boolean optional = schema.isOptional() || rules.nullable();
        if (after == before && optional == schema.isOptional()) {
            return schema;
        }
        if (after == null || after == before) {
            return optionalCopy(schema);
        }
        // Another type has no use for the name, the version and the parameters of a logical type.
        SchemaBuilder builder = after.builder().doc(schema.doc());
        if (optional) {
            builder.optional();
        }
        boolean loses = schema.defaultValue() == null || optional != schema.isOptional();
        Object byDefault = loses ? null : after.convert(schema.defaultValue());
        if (byDefault != null && !(byDefault instanceof Unfit)) {
            builder.defaultValue(byDefault);
        }
        return builder.build();
    }

    /** The schema of an array or map whose elements have another schema. */
    static Schema withElements(Schema schema, Schema elements) {
        if (elements == schema.valueSchema()) {
            return schema;
        }
        SchemaBuilder builder = schema.type() == Schema.Type.ARRAY
                ? SchemaBuilder.array(elements)
                : SchemaBuilder.map(schema.keySchema(), elements);
        // A default of the old elements would not be one of the new.
        return described(builder, schema)
                .name(schema.name())
                .version(schema.version())
                .build();
    }

    /** {@code schema}, made optional where {@code ruled} is. */
    static Schema optionalAs(Schema schema, Schema ruled) {
        return ruled.isOptional() && !schema.isOptional() ? optionalCopy(schema) : schema;
    }

    /** Without the default of a field that was required, which readers would put in the place of a null that is meant. */
    private static Schema optionalCopy(Schema schema) {
        SchemaBuilder builder = switch (schema.type()) {
            case ARRAY -> SchemaBuilder.array(schema.valueSchema());
            case MAP -> SchemaBuilder.map(schema.keySchema(), schema.valueSchema());
            default -> new SchemaBuilder(schema.type());
        };
        builder.name(schema.name()).version(schema.version()).doc(schema.doc()).optional();
        if (schema.parameters() != null) {
            builder.parameters(schema.parameters());
        }
        if (schema.type() == Schema.Type.STRUCT) {
            schema.fields().forEach(field -> builder.field(field.name(), field.schema()));
        }
        return builder.build();
    }

    private static SchemaBuilder described(SchemaBuilder builder, Schema schema) {
        builder.doc(schema.doc());
        if (schema.parameters() != null) {
            builder.parameters(schema.parameters());
        }
        return schema.isOptional() ? builder.optional() : builder;
    }
}
