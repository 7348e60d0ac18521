package io.nrtstreams.connect.mock.custom;

import org.jspecify.annotations.Nullable;

/**
 * What a record's values are computed from. Made for one record, and used by one thread.
 */
final class Moment {
    /** The number of the record in the connector. */
    final long ordinal;

    /** The number of its device, from 0. */
    final int device;

    /** How many records of the device came before it. */
    final long round;

    /** Event time, in nanoseconds since the epoch. */
    final long eventNanos;

    /** What tells draws apart: the record, or within an array or map the entry as well. */
    final long draw;

    /** The fields that are computed already, by their place in the definition. */
    final @Nullable Object[] values;

    Moment(long ordinal, int devices, long eventNanos, int fields) {
        this(ordinal, (int) (ordinal % devices), ordinal / devices, eventNanos, ordinal, new @Nullable Object[fields]);
    }

    private Moment(long ordinal, int device, long round, long eventNanos, long draw, @Nullable Object[] values) {
        this.ordinal = ordinal;
        this.device = device;
        this.round = round;
        this.eventNanos = eventNanos;
        this.draw = draw;
        this.values = values;
    }

    /** The same moment for the {@code nth} entry of an array or map. */
    Moment entry(int nth) {
        return new Moment(ordinal, device, round, eventNanos, draw * CustomFeed.MOST_ENTRIES + nth + 1, values);
    }
}
