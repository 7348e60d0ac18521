package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** What is declared to stand at one place: a scalar, a record, an array or a map. Immutable. */
sealed interface Form {
    /** The schema of its values, optional. */
    Schema schema();

    /** What a value must be in order to fit, in words. */
    String expected();

    /** One value. */
    record Scalar(ScalarType type, Schema schema) implements Form {
        static Scalar of(ScalarType type) {
            return new Scalar(type, type.builder().optional().build());
        }

        @Override
        public String expected() {
            return type.expected();
        }
    }

    /** A record within a record. */
    record Row(Shape shape) implements Form {
        @Override
        public Schema schema() {
            return shape.schema();
        }

        @Override
        public String expected() {
            return "a record";
        }
    }

    /** Any number of values of one form. */
    record ArrayOf(Column element, Schema schema) implements Form {
        static ArrayOf of(Column element) {
            return new ArrayOf(
                    element,
                    SchemaBuilder.array(element.form().schema()).optional().build());
        }

        @Override
        public String expected() {
            return "a list";
        }
    }

    /** Any number of values of one form, each with a name. */
    record MapOf(Column value, Schema schema) implements Form {
        static MapOf of(Column value) {
            return new MapOf(
                    value,
                    SchemaBuilder.map(Schema.STRING_SCHEMA, value.form().schema())
                            .optional()
                            .build());
        }

        @Override
        public String expected() {
            return "a record";
        }
    }
}
