package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import org.jspecify.annotations.Nullable;

/** Other value columns. A record without a value stays one. */
record ProjectStep(Calculation values, boolean keepsBefore, RowSink next) implements RowSink {

    @Override
    public void accept(Row row) {
        @Nullable Object[] value = row.value() == null ? null : values.apply(row);
        @Nullable Object[] before = keepsBefore && row.before() != null ? values.apply(row.asBefore()) : null;
        next.accept(new Row(row.key(), row.window(), value, before, row.timestamp(), row.origin()));
    }
}
