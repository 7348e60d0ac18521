package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.row.Row;
import org.jspecify.annotations.Nullable;

/** Computes a part of an expression. Thread-safe. */
@FunctionalInterface
interface Evaluator {

    Evaluator NULL = (row, frame) -> null;

    @Nullable Object evaluate(Row row, Frame frame);

    /** The same for every row. */
    record Constant(Object value) implements Evaluator {
        @Override
        public Object evaluate(Row row, Frame frame) {
            return value;
        }
    }

    /** Converts what this gives; a constant at once. */
    default Evaluator then(Conversion conversion) {
        if (conversion == Conversion.NONE) {
            return this;
        }
        if (this instanceof Constant constant) {
            return converted(constant, conversion);
        }
        return (row, frame) -> {
            Object value = evaluate(row, frame);
            return value == null ? null : conversion.convert(value);
        };
    }

    private static Evaluator converted(Constant constant, Conversion conversion) {
        Object value;
        try {
            value = conversion.convert(constant.value);
        } catch (RuntimeException e) {
            // Fails for each row instead, as all expressions do: it may stand where no row comes by.
            return (row, frame) -> conversion.convert(constant.value);
        }
        return value == null ? NULL : new Constant(value);
    }
}
