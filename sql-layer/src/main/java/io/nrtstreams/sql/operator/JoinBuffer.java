package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one side of a join of streams, by time, and which of them still wait for a first partner. */
final class JoinBuffer {

    /** Takes a row's value and time. */
    @FunctionalInterface
    interface Visitor {
        void visit(@Nullable Object[] value, long time);
    }

    private final SqlType.Struct rowType;
    private final KeyedState.MapState rows;

    JoinBuffer(String name, List<Column> columns, KeyedState state) {
        this.rowType = new SqlType.Struct(columns.stream()
                .map(column -> new SqlType.Field(column.name(), column.type()))
                .toList());
        SqlType list = new SqlType.Array(rowType);
        this.rows = state.map(name, SqlTypes.BIGINT, List.of(list, list));
    }

    void add(long time, @Nullable Object[] value, boolean waits) {
        StructValue row = new StructValue(rowType, value);
        @Nullable Object[] held = rows.get(time);
        List<StructValue> all = held == null ? List.of(row) : with(all(held), row);
        List<StructValue> waiting = held == null ? List.of() : waiting(held);
        rows.put(time, new @Nullable Object[] {all, waits ? with(waiting, row) : waiting});
    }

    /** Visits the rows between both times, which then no longer wait; whether there are any. */
    boolean take(long from, long to, Visitor visitor) {
        List<Map.Entry<Object, @Nullable Object[]>> found = rows.range(from, to);
        for (Map.Entry<Object, @Nullable Object[]> entry : found) {
            @Nullable Object[] held = entry.getValue();
            if (!waiting(held).isEmpty()) {
                rows.put(entry.getKey(), new @Nullable Object[] {all(held), List.of()});
            }
            visit(all(held), (Long) entry.getKey(), visitor);
        }
        return !found.isEmpty();
    }

    /** Visits the rows until a time that still wait, which then no longer do. */
    void takeWaiting(long to, Visitor visitor) {
        for (Map.Entry<Object, @Nullable Object[]> entry : rows.range(Long.MIN_VALUE, to)) {
            @Nullable Object[] held = entry.getValue();
            if (!waiting(held).isEmpty()) {
                rows.put(entry.getKey(), new @Nullable Object[] {all(held), List.of()});
                visit(waiting(held), (Long) entry.getKey(), visitor);
            }
        }
    }

    void forget(long to) {
        for (Map.Entry<Object, @Nullable Object[]> entry : rows.range(Long.MIN_VALUE, to)) {
            rows.delete(entry.getKey());
        }
    }

    boolean holdsUntil(long to) {
        return !rows.range(Long.MIN_VALUE, to).isEmpty();
    }

    private static void visit(List<StructValue> found, long time, Visitor visitor) {
        for (StructValue row : found) {
            @Nullable Object[] value = new @Nullable Object[row.size()];
            for (int i = 0; i < value.length; i++) {
                value[i] = row.get(i);
            }
            visitor.visit(value, time);
        }
    }

    private static List<StructValue> with(List<StructValue> some, StructValue more) {
        List<StructValue> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    @SuppressWarnings("unchecked") // what this class has put
    private static List<StructValue> all(@Nullable Object[] held) {
        return (List<StructValue>) held[0];
    }

    @SuppressWarnings("unchecked") // what this class has put
    private static List<StructValue> waiting(@Nullable Object[] held) {
        return (List<StructValue>) held[1];
    }
}
