package io.nrtstreams.connect.mock.series;

import org.jspecify.annotations.Nullable;

/**
 * The event times of a shard's records: a pure function of position and schedule, at hand for any position at once and
 * never decreasing with it. Not thread-safe, for it remembers the segment that was used last.
 */
public final class Timeline {
    private static final int JITTER = 0;

    private final Cadence usual;
    private final Shard shard;
    private @Nullable Stretch stretch;

    /** @param usual how the feed's records follow each other where a schedule says nothing */
    public Timeline(Cadence usual, Shard shard) {
        this.usual = usual;
        this.shard = shard;
    }

    /**
     * The event time of a record in nanoseconds since the epoch; {@link Times#NEVER} beyond what can be counted, which
     * is long after {@link Times#END}.
     */
    @SuppressWarnings("ReferenceEquality") // The same object is the same segment, and equal ones cost little.
    public long at(Schedule schedule, long position) {
        Segment segment = schedule.at(position);
        Stretch current = stretch;
        if (current == null || current.segment != segment) {
            current = new Stretch(segment, segment.shape().over(usual), shard.ordinal(segment.from()));
            stretch = current;
        }
        return current.eventNanos(shard.ordinal(position));
    }

    /** A segment with what follows from it. */
    private static final class Stretch {
        private final Segment segment;
        private final Cadence cadence;
        private final Step step;
        private final DailyCurve curve;
        private final double jitter;
        private final Draws draws;
        private final long origin;
        private final long offset;
        private final long last;

        Stretch(Segment segment, Cadence cadence, long origin) {
            this.segment = segment;
            this.cadence = cadence;
            this.step = segment.step();
            this.curve = segment.shape().curve();
            this.jitter = segment.shape().jitter().share();
            this.draws = Draws.of(segment.shape().jitter().seed(), "jitter");
            this.origin = origin;
            this.offset = segment.startNanos() - cadence.offset(origin, step);
            this.last = origin + count(Long.MAX_VALUE - segment.startNanos()) - cadence.burst();
        }

        /** How many records there is room for. */
        private long count(long nanos) {
            long rounds = nanos / step.nanos() - 1;
            return rounds > Long.MAX_VALUE / 4 / step.records() ? Long.MAX_VALUE / 4 : rounds * step.records();
        }

        long eventNanos(long ordinal) {
            if (ordinal > last && ordinal != origin) {
                return Times.NEVER;
            }
            long nominal = offset + cadence.offset(ordinal, step);
            if (jitter > 0) {
                nominal += (long) (cadence.room(ordinal, step) * jitter * draws.unit(ordinal, JITTER));
            }
            return curve.eventNanos(nominal);
        }
    }
}
