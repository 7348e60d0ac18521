package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression ready to run. Thread-safe. */
public interface TypedExpression {

    /** The type of what it gives; empty when it is the constant NULL. */
    Optional<SqlType> type();

    /**
     * The value for a row.
     *
     * @throws RuntimeException when it cannot be computed, such as a division by zero; callers log it and go on with null
     */
    @Nullable Object evaluate(Row row);

    /** The same expression, which also tells of the parts that fail and become null while the rest has a value. */
    default TypedExpression reporting(PartFailures failures) {
        return this;
    }
}
