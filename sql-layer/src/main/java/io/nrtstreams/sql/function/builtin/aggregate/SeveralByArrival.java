package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that arrived first or last, in the order of their arrival. */
final class SeveralByArrival<T> implements Aggregator<@Nullable T, List<StructValue>, List<@Nullable T>> {

    private final boolean latest;
    private final int count;
    private final boolean ignoreNulls;
    private final Arrivals arrivals;

    SeveralByArrival(boolean latest, int count, boolean ignoreNulls, SqlType type) {
        if (count < 1) {
            throw new IllegalArgumentException("N must be 1 or more");
        }
        this.latest = latest;
        this.count = count;
        this.ignoreNulls = ignoreNulls;
        this.arrivals = new Arrivals(type);
    }

    @Override
    public List<StructValue> initial() {
        return Collections.emptyList();
    }

    @Override
    public List<StructValue> add(List<StructValue> state, @Nullable T input) {
        if (!state.isEmpty()) {
            arrivals.goOnAfter(state.get(state.size() - 1));
        }
        boolean ignored = input == null && ignoreNulls;
        boolean full = !latest && state.size() >= count;
        return ignored || full ? state : cut(Lists.with(state, arrivals.numbered(input)));
    }

    @Override
    public void startAfter(long number) {
        arrivals.startAfter(number);
    }

    @Override
    public List<StructValue> merge(List<StructValue> earlier, List<StructValue> later) {
        List<StructValue> all = new ArrayList<>(earlier);
        all.addAll(later);
        all.sort(Comparator.comparingLong(Arrivals::number));
        return cut(Collections.unmodifiableList(all));
    }

    @Override
    @SuppressWarnings("unchecked") // add put them there
    public List<@Nullable T> result(List<StructValue> state) {
        List<@Nullable T> values = new ArrayList<>(state.size());
        for (StructValue numbered : state) {
            values.add((T) Arrivals.value(numbered));
        }
        return values;
    }

    private List<StructValue> cut(List<StructValue> all) {
        return latest ? Lists.last(count, all) : Lists.first(count, all);
    }
}
