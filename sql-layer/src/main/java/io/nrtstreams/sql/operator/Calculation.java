package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.row.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns computed from a row; one that fails becomes null and is logged. */
final class Calculation {

    private final String step;
    private final String[] names;
    private final TypedExpression[] expressions;
    private final QueryLog log;

    Calculation(String step, List<String> names, List<TypedExpression> expressions, QueryLog log) {
        this.step = step;
        this.names = names.toArray(String[]::new);
        this.expressions = expressions.toArray(TypedExpression[]::new);
        this.log = log;
    }

    int size() {
        return expressions.length;
    }

    @Nullable Object[] apply(Row row) {
        @Nullable Object[] columns = new @Nullable Object[expressions.length];
        fill(row, columns);
        return columns;
    }

    /** Fills the first columns of an array. */
    void fill(Row row, @Nullable Object[] columns) {
        for (int i = 0; i < expressions.length; i++) {
            columns[i] = one(i, row);
        }
    }

    private @Nullable Object one(int index, Row row) {
        try {
            return expressions[index].evaluate(row);
        } catch (RuntimeException e) {
            log.failed(step, row.origin(), names[index], e);
            return null;
        }
    }
}
