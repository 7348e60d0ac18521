package io.nrtstreams.connect.mock.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Moves records within their UTC day, so that hours get as many as they weigh. Nominal time, in which records come
 * evenly, is mapped to event time: each day onto itself, each hour's share of the day's records onto the hour. The mean
 * over a day stays what it was.
 *
 * <p>Shares are whole 864000ths of a day, so that all of it is exact arithmetic of whole numbers. The mapping never
 * decreases and has an inverse; both cost a search among 24. Immutable.
 */
public final class DailyCurve {
    private static final int HOURS = 24;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = HOURS * HOUR;

    /** A part of a nominal day, in nanoseconds. With shorter ones the products below would not fit a long. */
    private static final long PART = 100_000_000;

    private static final int PARTS = (int) (DAY / PART);
    private static final int PARTS_OF_HOUR = PARTS / HOURS;

    /** Every hour like every other. */
    public static final DailyCurve EVEN =
            ofParts(IntStream.generate(() -> PARTS_OF_HOUR).limit(HOURS).toArray());

    /** How much of the nominal day each hour gets. */
    private final int[] parts;

    /** Where in the nominal day each hour begins, in nanoseconds, and the end of the day. */
    private final long[] begins = new long[HOURS + 1];

    private final boolean even;

    private DailyCurve(int[] parts) {
        this.parts = parts;
        this.even = Arrays.stream(parts).allMatch(part -> part == PARTS_OF_HOUR);
        for (int hour = 0; hour < HOURS; hour++) {
            begins[hour + 1] = begins[hour] + parts[hour] * PART;
        }
    }

    /**
     * The curve of 24 weights, of the hours from 0 UTC on. What rounding leaves goes to the hours that lost most by it.
     *
     * @throws IllegalArgumentException if there are not 24, one is negative or no number, or all are 0
     */
    public static DailyCurve of(double... weights) {
        double sum = Arrays.stream(weights).sum();
        boolean usable = Arrays.stream(weights).allMatch(weight -> weight >= 0 && weight <= 1e9);
        if (weights.length != HOURS || !usable || sum <= 0) {
            throw new IllegalArgumentException(
                    "expected 24 weights from 0 to 1000000000 that are not all 0, of the hours from 0 UTC on");
        }
        double[] exact =
                Arrays.stream(weights).map(weight -> weight / sum * PARTS).toArray();
        int[] parts = Arrays.stream(exact).mapToInt(share -> (int) share).toArray();
        int left = PARTS - Arrays.stream(parts).sum();
        IntStream.range(0, HOURS)
                .boxed()
                .sorted(Comparator.comparingDouble(hour -> parts[hour] - exact[hour]))
                .limit(left)
                .forEach(hour -> parts[hour]++);
        return new DailyCurve(parts);
    }

    /** @throws IllegalArgumentException if there are not 24 from 0 that make a day */
    static DailyCurve ofParts(int... parts) {
        boolean usable = Arrays.stream(parts).allMatch(part -> part >= 0 && part <= PARTS);
        if (parts.length != HOURS || !usable || Arrays.stream(parts).sum() != PARTS) {
            throw new IllegalArgumentException("expected 24 parts of a day");
        }
        return new DailyCurve(parts);
    }

    /** The event time at a nominal time, both in nanoseconds since the epoch. */
    public long eventNanos(long nominalNanos) {
        if (even) {
            return nominalNanos;
        }
        long day = Math.floorDiv(nominalNanos, DAY) * DAY;
        long ofDay = nominalNanos - day;
        int hour = hourOf(ofDay);
        return day + hour * HOUR + (ofDay - begins[hour]) * PARTS_OF_HOUR / parts[hour];
    }

    /** The last hour that begins at or before a part of the nominal day and has any records. */
    private int hourOf(long ofDay) {
        int hour = HOURS - 1;
        while (begins[hour] > ofDay || parts[hour] == 0) {
            hour--;
        }
        return hour;
    }

    /** The earliest nominal time whose event time is not before {@code eventNanos}. */
    public long nominalNanos(long eventNanos) {
        if (even) {
            return eventNanos;
        }
        long day = Math.floorDiv(eventNanos, DAY) * DAY;
        long ofDay = eventNanos - day;
        int hour = (int) (ofDay / HOUR);
        long within = (ofDay - hour * HOUR) * parts[hour];
        return day + begins[hour] + (within + PARTS_OF_HOUR - 1) / PARTS_OF_HOUR;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyCurve curve && Arrays.equals(parts, curve.parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    /** The 24 parts, with dots between them. */
    @Override
    public String toString() {
        return Arrays.stream(parts).mapToObj(Integer::toString).collect(Collectors.joining("."));
    }
}
