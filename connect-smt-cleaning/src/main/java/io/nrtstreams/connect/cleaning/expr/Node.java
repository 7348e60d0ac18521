package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.kit.data.FieldPath;
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

    /** A field. */
    record Read(FieldPath path) implements Node {
        @Override
        public @Nullable Object evaluate(Object record) {
            return path.read(record);
        }
    }
}
