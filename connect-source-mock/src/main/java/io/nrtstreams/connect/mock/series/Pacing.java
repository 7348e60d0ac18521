package io.nrtstreams.connect.mock.series;

import java.util.List;
import java.util.OptionalLong;

/**
 * Decides which schedule holds from a position on: the one before, or that with a new segment. Times are nominal, in
 * nanoseconds since the epoch (see {@link DailyCurve}).
 *
 * <p>A shard without a {@code fixedStart} begins now. Where event time is the wall clock's, it goes on now wherever it
 * would be more than {@code mostBehindNanos} late. A <em>timetable</em> with a fixed start, and one by a clock of its
 * own, never moves: after a halt all that was missed follows.
 *
 * @param fixedStart the start of the timetable, empty to begin now
 * @param stepNanos the step of new segments, see {@link Segment}
 * @param mostBehindNanos how late a record may be and still follow its schedule, in nanoseconds
 * @param memory whether the times of the past have to stay known
 * @param tempo when records are handed over
 */
public record Pacing(OptionalLong fixedStart, long stepNanos, long mostBehindNanos, Memory memory, Tempo tempo) {
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
    public Schedule begin(Shard shard, Cadence cadence, long position, long nowNanos) {
        if (fixedStart.isPresent()) {
            long phase = cadence.between(0, shard.ordinal(0), stepNanos);
            return only(shard, new Segment(0, fixedStart.getAsLong() + phase, stepNanos));
        }
        long phase = phase(shard.count(), shard.devices(), cadence, shard.ordinal(position));
        return only(shard, new Segment(position, nowNanos + phase, stepNanos));
    }

    /**
     * How long after the other shards a shard goes on that begins anew as they do: its record keeps its place in the
     * round of all devices. A single shard waits for nobody.
     *
     * @param ordinal of its next record
     */
    public long phase(int shards, int devices, Cadence cadence, long ordinal) {
        return shards == 1 ? 0 : cadence.between(ordinal - ordinal % devices, ordinal, stepNanos);
    }

    /** This pacing with another start. */
    public Pacing at(OptionalLong start) {
        return new Pacing(start, stepNanos, mostBehindNanos, memory, tempo);
    }

    private static Schedule only(Shard shard, Segment segment) {
        return new Schedule(shard.count(), List.of(segment));
    }

    /** Whether a record due at {@code dueNanos} is too late to follow its schedule. */
    public boolean tooLate(long dueNanos, long nowNanos) {
        return moves() && nowNanos - dueNanos > mostBehindNanos;
    }

    private boolean moves() {
        return fixedStart.isEmpty() && tempo instanceof Tempo.Live;
    }

    /** {@code before}, and from {@code position} on a segment that begins now. */
    public Schedule anew(Schedule before, long position, long nowNanos) {
        Segment next = new Segment(position, nowNanos, stepNanos);
        return switch (memory) {
            case WHOLE_PAST -> before.then(next);
            case ORIGIN -> before.first() < position ? before.fromOrigin(next) : before.then(next);
            case NONE -> new Schedule(before.shards(), List.of(next));
        };
    }

    /**
     * {@code before}, with a segment of this step from {@code position} on if the last one has another.
     *
     * @param dueNanos when the record at {@code position} is due by {@code before}
     */
    public Schedule withStep(Schedule before, long position, long dueNanos, long nowNanos) {
        if (before.last().stepNanos() == stepNanos) {
            return before;
        }
        long start = moves() ? Math.min(dueNanos, nowNanos) : dueNanos;
        return before.then(new Segment(position, start, stepNanos));
    }
}
