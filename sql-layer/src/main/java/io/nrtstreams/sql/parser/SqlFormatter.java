package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.TypeName;

/**
 * Writes trees as SQL text, on one line and without a semicolon. {@link SqlParser} reads the text back to an equal tree,
 * literals as the same classes; for trees that it could have made, and for the constants that the analyser makes. A lambda
 * or a unit of time is read back only as an argument.
 */
public final class SqlFormatter {

    private SqlFormatter() {}

    public static String format(Statement statement) {
        StringBuilder out = new StringBuilder();
        new StatementFormat(out).write(statement);
        return out.toString();
    }

    public static String format(Query query) {
        StringBuilder out = new StringBuilder();
        new QueryFormat(out).write(query);
        return out.toString();
    }

    public static String format(Expression expression) {
        StringBuilder out = new StringBuilder();
        new ExpressionFormat(out).write(expression);
        return out.toString();
    }

    public static String format(TypeName type) {
        return TypeFormat.type(type);
    }
}
