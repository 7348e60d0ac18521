package io.nrtstreams.connect.mock.series;

/**
 * When a record is handed over, by the wall clock, given its event time. All times are nanoseconds since the epoch.
 * Immutable.
 */
public sealed interface Tempo {
    /**
     * A moment at which both clocks are known.
     *
     * @param wallNanos by the wall clock
     * @param eventNanos event time of the record that was due then
     * @param ordinal its number in the connector
     */
    record Anchor(long wallNanos, long eventNanos, long ordinal) {}

    /** A century in nanoseconds: nobody waits for longer, and it can be added to any time. */
    double FAR = 100 * 365.25 * 86_400e9;

    /** When the record {@code ordinal} of this event time is due. */
    long dueNanos(Anchor anchor, long eventNanos, long ordinal);

    /** Event time is the wall clock's. */
    record Live() implements Tempo {
        @Override
        public long dueNanos(Anchor anchor, long eventNanos, long ordinal) {
            return eventNanos;
        }
    }

    /**
     * Event time goes {@code speed} times as fast as the wall clock.
     *
     * @param speed above 0
     */
    record Scaled(double speed) implements Tempo {
        @Override
        public long dueNanos(Anchor anchor, long eventNanos, long ordinal) {
            double passed = (eventNanos - anchor.eventNanos) / speed;
            return anchor.wallNanos + (long) Math.min(passed, FAR);
        }
    }

    /**
     * Records come at a rate of their own, whatever their event times.
     *
     * @param step between two records of the connector, by the wall clock
     */
    record Stepped(Step step) implements Tempo {
        @Override
        public long dueNanos(Anchor anchor, long eventNanos, long ordinal) {
            return anchor.wallNanos + step.times(ordinal) - step.times(anchor.ordinal);
        }
    }

    /** As fast as possible. */
    record Unthrottled() implements Tempo {
        @Override
        public long dueNanos(Anchor anchor, long eventNanos, long ordinal) {
            return Long.MIN_VALUE;
        }
    }
}
