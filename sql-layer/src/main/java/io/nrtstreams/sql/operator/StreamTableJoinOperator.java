package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.type.Column;
import org.jspecify.annotations.Nullable;

/** A stream's records with the table's row as it is when they come. Holds a row for each key of the table. */
final class StreamTableJoinOperator implements KeyedOperator {

    private final JoinedColumns columns;
    private final boolean inner;
    private final KeyedState.ValueState table;

    StreamTableJoinOperator(StreamTableJoin join, KeyedState state) {
        this.columns = JoinedColumns.of(join);
        this.inner = join.type() == JoinType.INNER;
        this.table = state.value(
                "table",
                join.right().schema().value().stream().map(Column::type).toList());
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        if (side == 0) {
            join(row, output);
        } else if (row.value() == null) {
            table.delete();
        } else {
            table.put(row.value());
        }
    }

    private void join(Row row, RowSink output) {
        @Nullable Object[] left = row.value();
        @Nullable Object[] right = table.get();
        if (left != null && (right != null || !inner)) {
            output.accept(row.withValue(columns.join(left, right)));
        }
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("a join with a table as it is has no timers");
    }
}
