package io.nrtstreams.connect.mock.series;

/**
 * How records are spread over time around their even steps: in bursts, with jitter, by the hours of the day. A pure
 * function of the record's number and the schedule. Immutable.
 *
 * @param cadence evenly or in bursts
 * @param jitter the part of the time to the next record, 0 to 1, by which a record may come later; the order stays
 * @param draws of the jitter alone
 * @param curve by the hours of the day
 */
public record Rhythm(Cadence cadence, double jitter, Draws draws, DailyCurve curve) {
    private static final int JITTER = 0;

    /** Nothing but the cadence. */
    public static Rhythm of(Cadence cadence) {
        return new Rhythm(cadence, 0, Draws.of(0, "no jitter"), DailyCurve.EVEN);
    }

    /** The event time of a shard's record in nanoseconds since the epoch; {@code segment} is that of its position. */
    public long eventNanos(Shard shard, Segment segment, long position) {
        long ordinal = shard.ordinal(position);
        long step = segment.stepNanos();
        long nominal = segment.startNanos() + cadence.between(shard.ordinal(segment.from()), ordinal, step);
        if (jitter > 0) {
            nominal += (long) (cadence.between(ordinal, ordinal + 1, step) * jitter * draws.unit(ordinal, JITTER));
        }
        return curve.eventNanos(nominal);
    }
}
