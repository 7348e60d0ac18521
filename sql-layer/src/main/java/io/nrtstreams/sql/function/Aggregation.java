package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A call of an aggregate function, resolved to the types of its arguments. Single-threaded. What it remembers between rows
 * is a value of {@link #stateType()}, so that any host can store it.
 */
public interface Aggregation {

    SqlType resultType();

    SqlType stateType();

    @Nullable Object initial();

    /** The state with one row more; may change and give back {@code state}. */
    @Nullable Object add(@Nullable Object state, @Nullable Object[] arguments);

    /** The state of both together, {@code earlier} first; for sessions that merge. */
    @Nullable Object merge(@Nullable Object earlier, @Nullable Object later);

    /** What the state comes to; nothing that {@link #add} changes later. */
    @Nullable Object result(@Nullable Object state);

    /** Whether {@link #undo} can be called, which a table's rows need. */
    boolean canUndo();

    /**
     * The state with a row less.
     *
     * @throws UnsupportedOperationException when {@link #canUndo} is false
     */
    @Nullable Object undo(@Nullable Object state, @Nullable Object[] arguments);

    /** As {@link Aggregator#startAfter}. */
    default void startAfter(long number) {}
}
