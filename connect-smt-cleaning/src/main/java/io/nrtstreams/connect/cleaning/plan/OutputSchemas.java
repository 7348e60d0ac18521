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

    /** {@code schema} with some of its fields replaced; null or the same schema leaves a field alone. */
    static Schema withFields(Schema schema, @Nullable Schema[] replacements) {
        boolean same = true;
        for (Field field : schema.fields()) {
            Schema replacement = replacements[field.index()];
            same &= replacement == null || replacement == field.schema();
        }
        if (same) {
            return schema;
        }
        SchemaBuilder builder = described(SchemaBuilder.struct(), schema);
        builder.name(schema.name()).version(schema.version());
        for (Field field : schema.fields()) {
            Schema replacement = replacements[field.index()];
            builder.field(field.name(), replacement == null ? field.schema() : replacement);
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
        SchemaBuilder builder = new SchemaBuilder(after.schemaType()).doc(schema.doc());
        if (optional) {
            builder.optional();
        }
        Object byDefault = schema.defaultValue() == null ? null : after.convert(schema.defaultValue());
        if (byDefault != null && !(byDefault instanceof Unfit)) {
            builder.defaultValue(byDefault);
        }
        return builder.build();
    }

    /** {@code schema}, made optional where {@code ruled} is. */
    static Schema optionalAs(Schema schema, Schema ruled) {
        return ruled.isOptional() && !schema.isOptional() ? optionalCopy(schema) : schema;
    }

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
        if (schema.defaultValue() != null) {
            builder.defaultValue(schema.defaultValue());
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
