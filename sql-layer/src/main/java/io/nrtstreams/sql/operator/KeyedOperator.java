package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;

/**
 * A step that remembers by key. The host selects the row's key, and its window where keys are windowed, before each call: the
 * operator sees no other key's state. Single-threaded.
 *
 * <p>For each row a host first moves the stream time to the row's time, then fires the timers that are due, earliest first
 * and those of one time in the order of their keys, and then gives the row. So results that a row's time brings about come
 * before those of the row itself.
 */
public interface KeyedOperator {

    /**
     * A row of an input.
     *
     * @param side the input's index
     */
    void process(int side, Row row, OperatorContext context, RowSink output);

    /**
     * A timer of the key at hand that is due.
     *
     * @param time for which it was registered
     */
    void onTimer(long time, OperatorContext context, RowSink output);

    /** As {@link io.nrtstreams.sql.function.Aggregation#startAfter}, for all that the operator computes. */
    default void startAfter(long number) {}
}
