package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.LiteralCoercion;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.Scopes;
import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;

/** The values of expressions without columns. */
record KeyConstants(ExpressionCompiler compiler) {

    private static final Row NO_ROW = new Row(new Object[0], null, null, null, 0, null);

    /**
     * The value as one of a column of this type; empty when it is null, no constant, cannot be computed, or has no equal among
     * the values of the column.
     */
    Optional<Object> value(Expression expression, SqlType type) {
        if (!ExpressionTree.columns(expression).isEmpty()) {
            return Optional.empty();
        }
        TypedExpression constant = compiler.compile(expression, Scopes.none());
        if (constant.type().isEmpty()) {
            return Optional.empty();
        }
        Object value;
        try {
            value = constant.evaluate(NO_ROW);
        } catch (RuntimeException e) {
            // Told of when the condition is computed, where a failure counts as no.
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    LiteralCoercion.coerce(value, constant.type().get(), type));
        } catch (SqlException e) {
            return Optional.empty();
        }
    }
}
