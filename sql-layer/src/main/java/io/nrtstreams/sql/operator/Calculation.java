package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.expression.SafeExpression;
import io.nrtstreams.sql.row.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns computed from a row; one that fails becomes null and is logged. */
final class Calculation {

    private final SafeExpression[] expressions;

    Calculation(List<SafeExpression> expressions) {
        this.expressions = expressions.toArray(SafeExpression[]::new);
    }

    int size() {
        return expressions.length;
    }

    @Nullable Object apply(Row row, int index) {
        return expressions[index].evaluate(row);
    }

    @Nullable Object[] apply(Row row) {
        @Nullable Object[] columns = new @Nullable Object[expressions.length];
        fill(row, columns);
        return columns;
    }

    /** Fills the first columns of an array. */
    void fill(Row row, @Nullable Object[] columns) {
        for (int i = 0; i < expressions.length; i++) {
            columns[i] = expressions[i].evaluate(row);
        }
    }
}
