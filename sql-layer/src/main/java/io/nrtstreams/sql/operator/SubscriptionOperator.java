package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.operator.ForeignKeyMessages.Ask;
import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By foreign key: the right row, and the left rows that name it, which are answered when either changes, in the order of
 * their keys. An answer's time is the later one of the two rows. Holds a row for each key of the right table and one for each
 * left row.
 */
final class SubscriptionOperator implements KeyedOperator {

    private final int rightWidth;
    private final SqlType.Struct leftKeyType;
    private final KeyedState.MapState subscribers;
    private final KeyedState.ValueState right;

    SubscriptionOperator(ForeignKeyJoin join, KeyedState state) {
        List<Column> rightColumns = join.right().schema().value();
        this.rightWidth = rightColumns.size();
        this.leftKeyType = new SqlType.Struct(join.left().schema().key().stream()
                .map(column -> new SqlType.Field(column.name(), column.type()))
                .toList());
        this.subscribers = state.map("subscribers", leftKeyType, List.of(SqlTypes.BIGINT, SqlTypes.BIGINT));
        List<SqlType> types = new ArrayList<>(List.of(SqlTypes.BIGINT));
        rightColumns.forEach(column -> types.add(column.type()));
        this.right = state.value("right", types);
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        if (side == 0) {
            subscribe(row, output);
        } else {
            changeRight(row, output);
        }
    }

    private void subscribe(Row row, RowSink output) {
        @Nullable Object[] subscription = row.value();
        if (subscription == null) {
            throw new IllegalStateException("a subscription without a value");
        }
        Ask ask = ForeignKeyMessages.ask(subscription);
        Long hash = ForeignKeyMessages.hash(subscription, 1);
        @Nullable Object[] leftKey = ForeignKeyMessages.leftKey(subscription);
        StructValue subscriber = new StructValue(leftKeyType, leftKey);
        @Nullable Object[] held = right.get();
        if (ask == Ask.FORGET || ask == Ask.DELETE) {
            subscribers.delete(subscriber);
        } else if (!RekeyStep.hasNull(row.key())) {
            subscribers.put(subscriber, new @Nullable Object[] {hash, row.timestamp()});
        }
        long time = held == null ? row.timestamp() : Math.max(row.timestamp(), (Long) held[0]);
        if (ask == Ask.DELETE || ask == Ask.ROW_OR_NOTHING || (ask == Ask.ROW_IF_THERE && held != null)) {
            @Nullable Object[] found = ask == Ask.DELETE ? null : rightRow(held);
            output.accept(ForeignKeyMessages.answer(leftKey, hash, found, rightWidth, time, row));
        }
    }

    private void changeRight(Row row, RowSink output) {
        @Nullable Object[] value = row.value();
        if (value == null) {
            right.delete();
        } else {
            @Nullable Object[] held = new @Nullable Object[rightWidth + 1];
            held[0] = row.timestamp();
            System.arraycopy(value, 0, held, 1, rightWidth);
            right.put(held);
        }
        List<Subscriber> all = new ArrayList<>();
        for (Map.Entry<Object, @Nullable Object[]> entry : subscribers.entries()) {
            all.add(Subscriber.of((StructValue) entry.getKey(), entry.getValue()));
        }
        all.sort(Comparator.comparing(Subscriber::key));
        for (Subscriber subscriber : all) {
            long time = Math.max(row.timestamp(), subscriber.time());
            output.accept(ForeignKeyMessages.answer(
                    subscriber.key().values(), subscriber.hash(), value, rightWidth, time, row));
        }
    }

    private @Nullable Object @Nullable [] rightRow(@Nullable Object @Nullable [] held) {
        if (held == null) {
            return null;
        }
        @Nullable Object[] row = new @Nullable Object[rightWidth];
        System.arraycopy(held, 1, row, 0, rightWidth);
        return row;
    }

    private record Subscriber(StateKey key, @Nullable Long hash, long time) {

        static Subscriber of(StructValue struct, @Nullable Object[] held) {
            @Nullable Object[] key = new @Nullable Object[struct.size()];
            for (int i = 0; i < key.length; i++) {
                key[i] = struct.get(i);
            }
            return new Subscriber(new StateKey(key, null), (Long) held[0], (Long) held[1]);
        }
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("subscriptions have no timers");
    }
}
