package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each element of lists that stand side by side; none for a record without a value. */
record ExplodeStep(List<ExpansionCall> calls, RowSink next) implements RowSink {

    @Override
    public void accept(Row row) {
        @Nullable Object[] value = row.value();
        if (value == null) {
            return;
        }
        List<List<?>> lists =
                calls.stream().<List<?>>map(call -> call.expand(row)).toList();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            @Nullable Object[] wider = Arrays.copyOf(value, value.length + lists.size());
            for (int j = 0; j < lists.size(); j++) {
                List<?> list = lists.get(j);
                wider[value.length + j] = i < list.size() ? list.get(i) : null;
            }
            next.accept(row.withValue(wider));
        }
    }
}
