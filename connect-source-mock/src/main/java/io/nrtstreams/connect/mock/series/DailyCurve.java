package io.nrtstreams.connect.mock.series;

import java.util.Arrays;

/**
 * Moves records within their UTC day, so that hours get as many as they weigh. Nominal time, in which records come
 * evenly, is mapped to event time: each day onto itself, each hour's share of the day's records onto the hour. The mean
 * over a day stays what it was.
 *
 * <p>The mapping is increasing and has an inverse; both cost a search among 24. Immutable.
 */
public final class DailyCurve {
    /** Every hour like every other. */
    public static final DailyCurve EVEN = new DailyCurve(new long[0]);

    private static final int HOURS = 24;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = HOURS * HOUR;

    /** Where in a nominal day each hour begins, and the end of the day. */
    private final long[] begins;

    private DailyCurve(long[] begins) {
        this.begins = begins;
    }

    /**
     * The curve of 24 weights, of the hours from 0 UTC on.
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
        long[] begins = new long[HOURS + 1];
        double before = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            begins[hour] = Math.round(before / sum * DAY);
            before += weights[hour];
        }
        begins[HOURS] = DAY;
        return new DailyCurve(begins);
    }

    /** The event time at a nominal time, both in nanoseconds since the epoch. */
    public long eventNanos(long nominalNanos) {
        if (this == EVEN) {
            return nominalNanos;
        }
        long day = Math.floorDiv(nominalNanos, DAY) * DAY;
        long part = nominalNanos - day;
        int hour = hourOf(part);
        long width = begins[hour + 1] - begins[hour];
        long within = (long) ((double) (part - begins[hour]) / width * HOUR);
        return day + hour * HOUR + Math.min(within, HOUR - 1);
    }

    /** The last hour that begins at or before a part of the nominal day and has any records. */
    private int hourOf(long part) {
        int hour = HOURS - 1;
        while (begins[hour] > part || begins[hour] == begins[hour + 1]) {
            hour--;
        }
        return hour;
    }

    /** The earliest nominal time whose event time is {@code eventNanos} or, within rounding, just before it. */
    public long nominalNanos(long eventNanos) {
        if (this == EVEN) {
            return eventNanos;
        }
        long day = Math.floorDiv(eventNanos, DAY) * DAY;
        long part = eventNanos - day;
        int hour = (int) (part / HOUR);
        long width = begins[hour + 1] - begins[hour];
        return day + begins[hour] + (long) ((double) (part - hour * HOUR) / HOUR * width);
    }
}
