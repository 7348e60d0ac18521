package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/** The least or greatest of the values that are not null, in their natural order; null of none. */
record Extreme<T extends Comparable<T>>(int sign) implements Aggregator<@Nullable T, @Nullable T, @Nullable T> {

    static <T extends Comparable<T>> Extreme<T> least() {
        return new Extreme<>(-1);
    }

    static <T extends Comparable<T>> Extreme<T> greatest() {
        return new Extreme<>(1);
    }

    /** The type of the one argument; refuses what has no order that anybody would expect. */
    static SqlType ordered(SqlType type, String function) {
        if (type.base() == SqlType.Base.BOOLEAN) {
            throw new SqlException(function + " takes no BOOLEAN; cast it to INTEGER or use a CASE.");
        }
        return type;
    }

    @Override
    public @Nullable T initial() {
        return null;
    }

    @Override
    public @Nullable T add(@Nullable T state, @Nullable T input) {
        return merge(state, input);
    }

    @Override
    public @Nullable T merge(@Nullable T earlier, @Nullable T later) {
        if (earlier == null || later == null) {
            return earlier == null ? later : earlier;
        }
        return Integer.signum(later.compareTo(earlier)) == sign ? later : earlier;
    }

    @Override
    public @Nullable T result(@Nullable T state) {
        return state;
    }
}
