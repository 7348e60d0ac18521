package io.nrtstreams.sql.function;

import org.jspecify.annotations.Nullable;

/**
 * Computes a value from many rows. Single-threaded; it holds nothing itself, since what it remembers is the state, which a
 * host stores between rows.
 *
 * @param <I> what a row gives: the Java class of the one argument, {@link Pair} or {@link Triple} of several (their last may
 *     be {@link Variadic}), {@link Variadic} of any number, {@link Void} when the function takes no argument. Null where
 *     the argument is null
 * @param <S> the state: a class of SQL values, see {@link io.nrtstreams.sql.type.SqlType.Base}
 * @param <R> the result, likewise
 */
public interface Aggregator<I extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> {

    /** The state before the first row; a new one each time when it can change. */
    @Nullable S initial();

    /** The state with one row more; may change and give back {@code state}. */
    @Nullable S add(S state, I input);

    /** The state of both together, {@code earlier} first; may change and give back either. */
    @Nullable S merge(S earlier, S later);

    /** What the state comes to; nothing that {@link #add} changes later. */
    @Nullable R result(S state);

    /**
     * Tells that rows which are in states already count as up to this number where rows are numbered in the order of their
     * arrival, and that those to come begin behind it. A host that makes aggregators anew, as after a restart, or uses them
     * for several sets of states in turn, tells it before the first row, and a greater number each time for the same states.
     */
    default void startAfter(long number) {}
}
