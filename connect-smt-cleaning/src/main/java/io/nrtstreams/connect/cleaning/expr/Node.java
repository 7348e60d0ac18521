package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** A part of a condition. */
@FunctionalInterface
interface Node {
    /**
     * Its value for a record.
     *
     * @return null for unknown, or {@link io.nrtstreams.connect.cleaning.core.Unfit} where a part of it is of a kind that
     *     makes no sense there
     */
    @Nullable Object evaluate(Object record);

    /** The same value for every record. */
    record Constant(@Nullable Object value) implements Node {
        @Override
        public @Nullable Object evaluate(Object record) {
            return value;
        }
    }

    /** A field. A timestamp counts as milliseconds since 1970, which is all that there is of it without a schema. */
    record Read(FieldPath path) implements Node {
        @Override
        public @Nullable Object evaluate(Object record) {
            Object here = record;
            for (String step : path.steps()) {
                if (here instanceof Struct struct) {
                    here = field(struct, step);
                } else {
                    here = here instanceof Map<?, ?> map ? map.get(step) : null;
                }
            }
            return here instanceof Date time ? (Object) LogicalTimes.millis(time) : here;
        }

        /** A null in an optional field is meant, even where the schema has a default for it. */
        private static @Nullable Object field(Struct struct, String name) {
            Field field = struct.schema().field(name);
            if (field == null) {
                return null;
            }
            return field.schema().isOptional() ? struct.getWithoutDefault(name) : struct.get(field);
        }
    }
}
