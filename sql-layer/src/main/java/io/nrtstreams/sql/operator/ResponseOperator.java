package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By left key: the left row, joined with each answer that still belongs to it; late answers of a foreign key that it no
 * longer has are left out. An answer without a right row deletes the result of an inner join, whether one was out or not.
 * Holds a left row and the last result for each left key.
 */
final class ResponseOperator implements KeyedOperator {

    private final JoinedColumns columns;
    private final boolean inner;
    private final KeyedState.ValueState left;
    private final KeyedState.ValueState result;

    ResponseOperator(ForeignKeyJoin join, KeyedState state) {
        this.columns = JoinedColumns.of(join);
        this.inner = join.type() == JoinType.INNER;
        List<SqlType> leftTypes = new ArrayList<>();
        join.left().schema().value().stream().map(Column::type).forEach(leftTypes::add);
        List<SqlType> resultTypes = new ArrayList<>(leftTypes);
        join.right().schema().value().stream().map(Column::type).forEach(resultTypes::add);
        leftTypes.add(SqlTypes.BIGINT);
        this.left = state.value("left", leftTypes);
        this.result = state.value("result", resultTypes);
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        @Nullable Object[] value = row.value();
        if (side == 1) {
            answered(row, Objects.requireNonNull(value, "an answer has a value"), output);
        } else if (value == null) {
            left.delete();
        } else {
            @Nullable Object[] held = Arrays.copyOf(value, value.length + 1);
            held[value.length] = ForeignKeyMessages.hashOf(value);
            left.put(held);
        }
    }

    private void answered(Row row, @Nullable Object[] answer, RowSink output) {
        @Nullable Object[] held = left.get();
        Long hash = held == null ? null : ForeignKeyMessages.hash(held, held.length - 1);
        if (!Objects.equals(hash, ForeignKeyMessages.hash(answer, 0))) {
            return;
        }
        @Nullable Object[] right = ForeignKeyMessages.rightRow(answer);
        @Nullable Object[] before = result.get();
        @Nullable Object[] joined = null;
        if (held == null || (right == null && inner)) {
            result.delete();
        } else {
            joined = columns.join(held, right);
            result.put(joined);
        }
        output.accept(new Row(row.key(), null, joined, before, row.timestamp(), row.origin()));
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("answers have no timers");
    }
}
