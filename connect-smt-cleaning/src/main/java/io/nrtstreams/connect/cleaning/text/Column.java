package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import org.apache.kafka.connect.data.Field;
import org.jspecify.annotations.Nullable;

/**
 * A declared field.
 *
 * @param path its path from the outermost record
 * @param field its place in the schema
 * @param type its type, null where it is a record
 * @param shape the fields within it, null where it is a scalar
 */
record Column(
        String path,
        Field field,
        @Nullable ScalarType type,
        @Nullable Shape shape) {
    String name() {
        return field.name();
    }

    /** What a value must be in order to fit, in words. */
    String expected() {
        return type == null ? "a record" : type.expected();
    }

    /** The declaration, e.g. {@code lat:float64}, as the rule that a refusal names. */
    String declaration() {
        return type == null ? name() + "{…}" : name() + ":" + type.label();
    }
}
