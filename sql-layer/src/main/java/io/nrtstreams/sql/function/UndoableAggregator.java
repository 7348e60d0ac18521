package io.nrtstreams.sql.function;

import org.jspecify.annotations.Nullable;

/** An aggregator that can take a row back, which lets it aggregate over a table. */
public interface UndoableAggregator<I extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        extends Aggregator<I, S, R> {

    /** The state with one row less; may change and give back {@code state}. */
    @Nullable S undo(S state, I input);
}
