package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/** How a SELECT without EMIT is answered. */
public sealed interface PullPlan {

    /**
     * Rows of one table, found by their keys as far as the condition tells them.
     *
     * @param table its name
     * @param schema of the table
     * @param spans where rows are looked for, any number of which may overlap; a single one without bounds is the whole table
     * @param condition that rows must meet, over the columns of the schema and the pseudo columns
     * @param columns of the answer, in order
     */
    record TableLookUp(
            String table,
            Schema schema,
            List<KeySpan> spans,
            Optional<Expression> condition,
            List<ShownColumn> columns,
            Optional<Long> limit)
            implements PullPlan {
        public TableLookUp {
            spans = List.copyOf(spans);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of an answer.
     *
     * @param isKey whether it is a key column of the table as it is, or a bound of its window
     */
    record ShownColumn(String name, Expression expression, SqlType type, boolean isKey) {}

    /**
     * The records of a stream, from its beginning to the end it has at that moment.
     *
     * @param plan whose root's value columns are the answer
     */
    record StreamScan(QueryPlan plan, Optional<Long> limit) implements PullPlan {}

    /**
     * More than a look-up: a query that only a batch over whole tables answers.
     *
     * @param clause what makes it so, such as GROUP BY
     */
    record Beyond(String clause) implements PullPlan {}
}
