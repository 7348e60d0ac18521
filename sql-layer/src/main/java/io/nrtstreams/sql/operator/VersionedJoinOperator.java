package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream's records with the table's row that was valid at their time, among the rows that came so far: the latest one not
 * after the record. For each key of the table it holds the rows of the last {@link #HISTORY} of stream time and the one valid
 * before them; a record older than that finds the oldest row held, or none.
 */
final class VersionedJoinOperator implements KeyedOperator {

    static final long HISTORY = Duration.ofDays(1).toMillis();

    private final JoinedColumns columns;
    private final boolean inner;
    private final KeyedState.MapState versions;
    private final KeyedState.Timers timers;

    VersionedJoinOperator(StreamTableJoin join, KeyedState state) {
        this.columns = JoinedColumns.of(join);
        this.inner = join.type() == JoinType.INNER;
        List<SqlType> types = new ArrayList<>(List.of(SqlTypes.BOOLEAN));
        join.right().schema().value().stream().map(Column::type).forEach(types::add);
        this.versions = state.map("versions", SqlTypes.BIGINT, types);
        this.timers = state.timers();
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        if (side == 1) {
            @Nullable Object[] version = new @Nullable Object[columns.rightWidth() + 1];
            version[0] = row.value() != null;
            if (row.value() != null) {
                System.arraycopy(row.value(), 0, version, 1, columns.rightWidth());
            }
            versions.put(row.timestamp(), version);
            timers.register(Math.max(row.timestamp() + HISTORY, context.streamTime() + 1));
            return;
        }
        @Nullable Object[] right = validAt(row.timestamp());
        if (row.value() != null && (right != null || !inner)) {
            output.accept(row.withValue(columns.join(row.value(), right)));
        }
    }

    private @Nullable Object @Nullable [] validAt(long time) {
        List<Map.Entry<Object, @Nullable Object[]>> until = versions.range(Long.MIN_VALUE, time);
        if (until.isEmpty()) {
            return null;
        }
        @Nullable Object[] version = until.get(until.size() - 1).getValue();
        if (!Boolean.TRUE.equals(version[0])) {
            return null;
        }
        @Nullable Object[] row = new @Nullable Object[columns.rightWidth()];
        System.arraycopy(version, 1, row, 0, row.length);
        return row;
    }

    /** Forgets the versions that others replaced before the history begins, and a deletion that nothing precedes. */
    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        List<Map.Entry<Object, @Nullable Object[]>> old =
                versions.range(Long.MIN_VALUE, context.streamTime() - HISTORY);
        for (int i = 0; i < old.size(); i++) {
            boolean replaced = i + 1 < old.size();
            if (replaced || Boolean.FALSE.equals(old.get(i).getValue()[0])) {
                versions.delete(old.get(i).getKey());
            }
        }
    }
}
