package io.nrtstreams.connect.cleaning.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes times of numbers since 1970-01-01T00:00:00Z, whose unit follows from their magnitude: below 1e11 seconds, below
 * 1e14 milliseconds, below 1e17 microseconds, else nanoseconds. So seconds reach to the year 5138, and milliseconds
 * begin in March 1973. Times are of the years 1 to 9999.
 */
public final class Instants {
    private static final double SECONDS_BELOW = 1e11;
    private static final double MILLIS_BELOW = 1e14;
    private static final double MICROS_BELOW = 1e17;
    private static final double LONGS_BELOW = 9.2e18;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Instants() {}

    /** The time that a number means, to the millisecond; null where it is none or beyond the years. */
    public static @Nullable Instant ofNumber(Number number) {
        double value = number.doubleValue();
        double size = Math.abs(value);
        if (!(size < LONGS_BELOW)) {
            return null;
        } else if (size < SECONDS_BELOW) {
            return ofMillis(Math.round(value * 1000));
        } else if (size < MILLIS_BELOW) {
            return ofMillis(Math.round(value));
        }
        long whole = whole(number);
        return ofMillis(Math.floorDiv(whole, size < MICROS_BELOW ? 1_000L : 1_000_000L));
    }

    /** A large number without the digits that a double would lose. */
    private static long whole(Number number) {
        boolean exact = number instanceof BigDecimal || number instanceof BigInteger;
        return exact ? new BigDecimal(number.toString()).longValue() : number.longValue();
    }

    private static @Nullable Instant ofMillis(long millis) {
        return within(Instant.ofEpochMilli(millis));
    }

    /** The time itself if it is of the years 1 to 9999, else null. */
    public static @Nullable Instant within(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
    }

    /**
     * The time that a text means, by ISO 8601 (in UTC where it has no offset) or as a number; null where it is none. Eight
     * and fourteen digits are none: they may be a date such as 20240229, and would be a wrong time without anybody seeing.
     */
    public static @Nullable Instant ofText(String text) {
        IsoTime iso = IsoTime.scan(text);
        if (iso != null) {
            return within(iso.inUtc());
        }
        Double number = Numbers.float64(text, 0, text.length());
        if (number == null || mayBeDate(text)) {
            return null;
        }
        Long whole = Numbers.whole(text, 0, text.length(), Long.MIN_VALUE, Long.MAX_VALUE);
        return whole == null ? ofNumber(number) : ofNumber(whole);
    }

    private static boolean mayBeDate(String text) {
        return (text.length() == 8 || text.length() == 14) && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
