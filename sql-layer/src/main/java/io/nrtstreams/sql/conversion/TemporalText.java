package io.nrtstreams.sql.conversion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Dates and times as text, in the forms of ISO 8601. What a text leaves out at its end counts as the earliest: {@code 2020}
 * is the first millisecond of that year. Texts without a zone are in UTC.
 */
public final class TemporalText {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private TemporalText() {}

    /** As {@code 2020-01-31T10:20:30.000}, in UTC. */
    public static String text(Instant timestamp) {
        return TIMESTAMP.format(timestamp);
    }

    /**
     * Reads {@code 2020-01-31T10:20:30.123+01:00} or a beginning of it, with or without the zone.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static Instant timestamp(String text) {
        try {
            int time = text.indexOf('T');
            if (time < 0) {
                return date(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            int zone = zoneStart(text, time);
            LocalDate date = date(text.substring(0, time));
            LocalTime clock = time + 1 == zone ? LocalTime.MIDNIGHT : time(text.substring(time + 1, zone));
            ZoneId zoneId = zone == text.length() ? ZoneOffset.UTC : ZoneId.of(text.substring(zone));
            return date.atTime(clock).atZone(zoneId).toInstant();
        } catch (DateTimeException e) {
            throw noTimestamp(e);
        }
    }

    private static IllegalArgumentException noTimestamp(DateTimeException cause) {
        return new IllegalArgumentException("the text is no timestamp such as 2020-01-31T10:20:30.000", cause);
    }

    private static int zoneStart(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '+' || next == '-' || Character.isLetter(next)) {
                return i;
            }
        }
        return text.length();
    }

    /**
     * Reads {@code 2020-01-31}, {@code 2020-01} or {@code 2020}.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static LocalDate date(String text) {
        try {
            int first = text.indexOf('-', 1);
            int second = first < 0 ? -1 : text.indexOf('-', first + 1);
            int year = number(text, 0, first < 0 ? text.length() : first, 4);
            int month = first < 0 ? 1 : number(text, first + 1, second < 0 ? text.length() : second, 2);
            int day = second < 0 ? 1 : number(text, second + 1, text.length(), 2);
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the text is no date such as 2020-01-31", e);
        }
    }

    /**
     * Reads {@code 10:20:30.123}, {@code 10:20:30}, {@code 10:20} or {@code 10}; what is finer than a millisecond is cut off.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static LocalTime time(String text) {
        try {
            int point = text.indexOf('.');
            int end = point < 0 ? text.length() : point;
            int first = text.indexOf(':');
            int second = first < 0 ? -1 : text.indexOf(':', first + 1);
            int hour = number(text, 0, first < 0 ? end : first, 2);
            int minute = first < 0 ? 0 : number(text, first + 1, second < 0 ? end : second, 2);
            int seconds = second < 0 ? 0 : number(text, second + 1, end, 2);
            return LocalTime.of(hour, minute, seconds, point < 0 ? 0 : nanos(text, point + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the text is no time such as 10:20:30.000", e);
        }
    }

    private static int nanos(String text, int from) {
        int digits = text.length() - from;
        int millis = number(text, from, Math.min(text.length(), from + 3), 3);
        for (int i = digits; i < 3; i++) {
            millis *= 10;
        }
        if (digits > 3) {
            number(text, from + 3, text.length(), 6);
        }
        return millis * 1_000_000;
    }

    /** A number of at most so many digits, and at least one. */
    private static int number(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            throw new DateTimeException("a number of up to " + most + " digits is missing");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("a digit is missing");
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
