package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import org.jspecify.annotations.Nullable;

/** The value that arrived first or last; the state is null before the first. */
final class OneByArrival<T> implements Aggregator<@Nullable T, @Nullable StructValue, @Nullable T> {

    private final boolean latest;
    private final boolean ignoreNulls;
    private final Arrivals arrivals;

    OneByArrival(boolean latest, boolean ignoreNulls, SqlType type) {
        this.latest = latest;
        this.ignoreNulls = ignoreNulls;
        this.arrivals = new Arrivals(type);
    }

    @Override
    public @Nullable StructValue initial() {
        return null;
    }

    @Override
    public @Nullable StructValue add(@Nullable StructValue state, @Nullable T input) {
        if (input == null && ignoreNulls) {
            return state;
        }
        if (state == null) {
            return arrivals.numbered(input);
        }
        arrivals.goOnAfter(state);
        return latest ? arrivals.numbered(input) : state;
    }

    @Override
    public void startAfter(long number) {
        arrivals.startAfter(number);
    }

    @Override
    public @Nullable StructValue merge(@Nullable StructValue earlier, @Nullable StructValue later) {
        if (earlier == null || later == null) {
            return earlier == null ? later : earlier;
        }
        boolean inOrder = Arrivals.number(earlier) < Arrivals.number(later);
        return inOrder == latest ? later : earlier;
    }

    @Override
    @SuppressWarnings("unchecked") // add put it there
    public @Nullable T result(@Nullable StructValue state) {
        return state == null ? null : (T) Arrivals.value(state);
    }
}
