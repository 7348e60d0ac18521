package io.nrtstreams.connect.mock.series;

import java.util.List;
import java.util.OptionalLong;

/**
 * Decides which schedule holds from a position on: the one before, or that with a new segment. Times are event times in
 * nanoseconds since the epoch.
 *
 * <p>A shard without a {@code fixedStart} begins now. Where event time is the wall clock's, it goes on now wherever it
 * would be more than {@code mostBehindNanos} late. A <em>timetable</em> with a fixed start, and one by a clock of its
 * own, never moves: after a halt all that was missed follows.
 *
 * @param fixedStart the start of the timetable, empty to begin now
 * @param step of new segments
 * @param shape of new segments
 * @param tempo when records are handed over
 * @param mostBehindNanos how late a record may be and still follow its schedule, in nanoseconds
 * @param memory whether the times of the past have to stay known
 */
public record Pacing(
        OptionalLong fixedStart, Step step, Shape shape, Tempo tempo, long mostBehindNanos, Memory memory) {
    /** Whether the event times of a series depend on its schedule. */
    public enum Memory {
        /** They do: segments are kept, so that every record can be recomputed. */
        WHOLE_PAST,
        /** They depend on when it first began, as in a replay that was moved there: the first segment is kept. */
        ORIGIN,
        /** They do not, as in a replay: each start of a task begins a new schedule. */
        NONE
    }

    /** The schedule of a shard that begins at {@code position}, of whose past no schedule is known. */
    public Schedule begin(Shard shard, Cadence usual, long position, long nowNanos) {
        // The first record of a shard keeps its place among those of all shards.
        long phase = shape.over(usual).between(0, shard.ordinal(0), step);
        Segment first =
                fixedStart.isPresent() ? segment(0, fixedStart.getAsLong(), phase) : segment(position, nowNanos, phase);
        return new Schedule(shard.count(), List.of(first));
    }

    /** This pacing with another start. */
    public Pacing at(OptionalLong start) {
        return new Pacing(start, step, shape, tempo, mostBehindNanos, memory);
    }

    private Segment segment(long position, long eventNanos, long phaseNanos) {
        return new Segment(position, shape.curve().nominalNanos(eventNanos) + phaseNanos, step, shape);
    }

    /** Whether a record due at {@code dueNanos} is too late to follow its schedule. */
    public boolean tooLate(long dueNanos, long nowNanos) {
        return moves() && nowNanos - dueNanos > mostBehindNanos;
    }

    /** Whether the event times of what was missed are given up. */
    public boolean moves() {
        return fixedStart.isEmpty() && tempo instanceof Tempo.Live;
    }

    /**
     * {@code before}, and from {@code position} on a segment that begins now, with its first record
     * {@code phaseNanos} of nominal time later.
     */
    public Schedule anew(Schedule before, long position, long nowNanos, long phaseNanos) {
        Segment next = segment(position, nowNanos, phaseNanos);
        return switch (memory) {
            case WHOLE_PAST -> before.then(next);
            case ORIGIN -> before.first() < position ? before.fromOrigin(next) : before.then(next);
            case NONE -> new Schedule(before.shards(), List.of(next));
        };
    }

    /**
     * {@code before}, with a segment of this step and shape from {@code position} on if the last one has others.
     *
     * @param eventNanos of the record at {@code position} by {@code before}
     */
    public Schedule goingOn(Schedule before, long position, long eventNanos, long nowNanos) {
        if (before.last().step().equals(step) && before.last().shape().equals(shape)) {
            return before;
        }
        long start = moves() ? Math.min(eventNanos, nowNanos) : eventNanos;
        return before.then(segment(position, start, 0));
    }
}
