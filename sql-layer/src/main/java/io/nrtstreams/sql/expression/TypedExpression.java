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

    /** As {@link #evaluate(Row)}, and tells which parts failed and became null. */
    default @Nullable Object evaluate(Row row, PartFailures failures) {
        return evaluate(row);
    }
}
