package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.TableTableJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two tables by key. Each change gives the joined row, or deletes it if there was one; its time is the later one of the two
 * rows. Holds a row of each table for each key.
 */
final class TableTableJoinOperator implements KeyedOperator {

    private final JoinedColumns columns;
    private final boolean needsLeft;
    private final boolean needsRight;
    private final boolean keepsBefore;
    private final KeyedState.ValueState[] tables;

    TableTableJoinOperator(TableTableJoin join, boolean keepsBefore, KeyedState state) {
        this.columns = JoinedColumns.of(join);
        this.needsLeft = join.type() == JoinType.INNER || join.type() == JoinType.LEFT;
        this.needsRight = join.type() == JoinType.INNER || join.type() == JoinType.RIGHT;
        this.keepsBefore = keepsBefore;
        this.tables = new KeyedState.ValueState[] {
            state.value("left", rowAndTime(join.left())), state.value("right", rowAndTime(join.right()))
        };
    }

    private static List<SqlType> rowAndTime(PlanNode table) {
        List<SqlType> types = new ArrayList<>(
                table.schema().value().stream().map(Column::type).toList());
        types.add(SqlTypes.BIGINT);
        return types;
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        @Nullable Object[] old = tables[side].get();
        @Nullable Object[] other = tables[1 - side].get();
        @Nullable Object[] value = row.value();
        store(side, row);
        boolean was = isOut(side, old, other);
        boolean is = isOut(side, value, other);
        if (!is && !was) {
            return;
        }
        long time = other == null ? row.timestamp() : Math.max(row.timestamp(), (Long) other[other.length - 1]);
        @Nullable Object[] joined = is ? joined(side, value, other) : null;
        @Nullable Object[] before = keepsBefore && was ? joined(side, old, other) : null;
        output.accept(new Row(row.key(), row.window(), joined, before, time, row.origin()));
    }

    private void store(int side, Row row) {
        @Nullable Object[] value = row.value();
        if (value == null) {
            tables[side].delete();
        } else {
            @Nullable Object[] withTime = Arrays.copyOf(value, value.length + 1);
            withTime[value.length] = row.timestamp();
            tables[side].put(withTime);
        }
    }

    /** Whether the join has a row, given those of a side and of the other. */
    private boolean isOut(int side, @Nullable Object @Nullable [] mine, @Nullable Object @Nullable [] other) {
        boolean left = (side == 0 ? mine : other) != null;
        boolean right = (side == 0 ? other : mine) != null;
        return (left || !needsLeft) && (right || !needsRight) && (left || right);
    }

    private @Nullable Object[] joined(
            int side, @Nullable Object @Nullable [] mine, @Nullable Object @Nullable [] other) {
        return side == 0 ? columns.join(mine, other) : columns.join(other, mine);
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("a join of tables has no timers");
    }
}
