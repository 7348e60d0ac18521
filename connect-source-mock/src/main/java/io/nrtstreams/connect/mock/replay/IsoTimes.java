package io.nrtstreams.connect.mock.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads times in the spellings of ISO 8601 that machines write: {@code 2012-01-31}, {@code 2012-01-31T08:05},
 * {@code …:09.123456}, with a blank in place of the T, and with nothing, Z, +01, +0100 or +01:00 behind. By hand,
 * because a formatter takes ten times as long and a recording has one such text a row.
 */
final class IsoTimes {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int DATE_LENGTH = 10;

    private IsoTimes() {}

    /** Whether a text begins as a date does; the rest may still be wrong. */
    static boolean looksLike(String text) {
        return text.length() >= DATE_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    /** @throws IllegalArgumentException if the text is not of the form yyyy-MM-dd */
    static LocalDate date(String text) {
        if (text.length() != DATE_LENGTH) {
            throw unlike();
        }
        return dateOf(text);
    }

    private static LocalDate dateOf(String text) {
        if (!looksLike(text)) {
            throw unlike();
        }
        try {
            return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        } catch (DateTimeException e) {
            throw unlike();
        }
    }

    /**
     * Microseconds since the epoch; a time without an offset is one of {@code zone}, a date its first moment.
     *
     * @throws IllegalArgumentException if the text is no such time
     */
    static long micros(String text, ZoneId zone) {
        LocalDate date = dateOf(text);
        if (text.length() == DATE_LENGTH) {
            return date.atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
        }
        char separator = text.charAt(DATE_LENGTH);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            throw unlike();
        }
        int hour = digits(text, 11, 13);
        int minute = afterColon(text, 13);
        int second = 0;
        int at = 16;
        long fraction = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = afterColon(text, at);
            at = 19;
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int end = endOfDigits(text, at + 1);
                fraction = fraction(text, at + 1, end);
                at = end;
            }
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw unlike();
        }
        long local = date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return (local - offset(text, at, local, zone)) * MICROS_PER_SECOND + fraction;
    }

    private static int afterColon(String text, int colon) {
        if (colon >= text.length() || text.charAt(colon) != ':') {
            throw unlike();
        }
        return digits(text, colon + 1, colon + 3);
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Microseconds; digits behind the sixth are cut. */
    private static long fraction(String text, int start, int end) {
        if (end == start || end - start > 9) {
            throw unlike();
        }
        long micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (start + i < end ? text.charAt(start + i) - '0' : 0);
        }
        return micros;
    }

    /** Seconds that the time is ahead of UTC. */
    private static int offset(String text, int at, long localSeconds, ZoneId zone) {
        if (at == text.length()) {
            return inZone(localSeconds, zone);
        }
        char sign = text.charAt(at);
        int length = text.length() - at;
        if (sign == 'Z' || sign == 'z') {
            return length == 1 ? 0 : mistaken();
        }
        if (sign != '+' && sign != '-') {
            throw unlike();
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = switch (length) {
            case 3 -> 0;
            case 5 -> digits(text, at + 3, at + 5);
            case 6 -> afterColon(text, at + 3);
            default -> mistaken();
        };
        if (hours > 18 || minutes > 59) {
            throw unlike();
        }
        return (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
    }

    /**
     * The offset that held before a change of clocks: a time that the change leaves out is moved on by its length, and
     * of a time that comes twice the first is meant, as {@link java.time.ZonedDateTime#ofLocal} has it.
     */
    private static int inZone(long localSeconds, ZoneId zone) {
        if (zone instanceof ZoneOffset fixed) {
            return fixed.getTotalSeconds();
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        return zone.getRules().getOffset(local).getTotalSeconds();
    }

    private static int digits(String text, int start, int end) {
        if (end > text.length()) {
            throw unlike();
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw unlike();
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static int mistaken() {
        throw unlike();
    }

    private static IllegalArgumentException unlike() {
        return new IllegalArgumentException("no time of ISO 8601");
    }
}
