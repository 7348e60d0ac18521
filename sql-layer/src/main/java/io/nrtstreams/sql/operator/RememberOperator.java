package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import org.jspecify.annotations.Nullable;

/** Adds to each change of a table the row before it. Holds a row for each key. */
final class RememberOperator implements KeyedOperator {

    private final KeyedState.ValueState rows;

    RememberOperator(Schema schema, KeyedState state) {
        this.rows =
                state.value("rows", schema.value().stream().map(Column::type).toList());
    }

    @Override
    public void process(int side, Row row, OperatorContext context, RowSink output) {
        @Nullable Object[] before = rows.get();
        @Nullable Object[] value = row.value();
        if (value == null) {
            rows.delete();
        } else {
            rows.put(value);
        }
        output.accept(new Row(row.key(), row.window(), value, before, row.timestamp(), row.origin()));
    }

    @Override
    public void onTimer(long time, OperatorContext context, RowSink output) {
        throw new IllegalStateException("a table's rows have no timers");
    }
}
