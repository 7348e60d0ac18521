package io.nrtstreams.connect.cleaning.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as ISO 8601 writes it, {@code 2022-12-03}, {@code 2022-12-03T06:45}, {@code 2022-12-03 06:45:07.5+05:30},
 * {@code …Z}: with a T or one blank before the time of day, up to nine digits of a second, and an offset of hours, with or
 * without minutes and a colon. Read by hand, as java.time reports what is no time by an exception.
 *
 * @param local the date and the time of day, midnight where there is none
 * @param offset null where it has none
 */
public record IsoTime(LocalDateTime local, @Nullable ZoneOffset offset) {
    /** Reads a whole text; null where it is no such time, or no date of the calendar. */
    public static @Nullable IsoTime scan(String text) {
        return new Scanner(text).scan();
    }

    /** The instant, by its offset or in UTC. */
    public Instant inUtc() {
        return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
    }

    private static final class Scanner {
        private static final int MOST_DIGITS = 9;

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        @Nullable IsoTime scan() {
            LocalDate date = date();
            if (date == null) {
                return null;
            }
            if (at == text.length()) {
                return new IsoTime(date.atStartOfDay(), null);
            }
            LocalTime time = accept('T') || accept('t') || accept(' ') ? time() : null;
            if (time == null) {
                return null;
            }
            if (at == text.length()) {
                return new IsoTime(date.atTime(time), null);
            }
            ZoneOffset offset = accept('Z') || accept('z') ? ZoneOffset.UTC : offset();
            return offset == null || at < text.length() ? null : new IsoTime(date.atTime(time), offset);
        }

        private @Nullable LocalDate date() {
            int year = digits(4);
            boolean parted = accept('-');
            int month = digits(2);
            parted &= accept('-');
            int day = digits(2);
            boolean sound = parted && year > 0 && month >= 1 && month <= 12 && day >= 1;
            return sound && day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
        }

        private @Nullable LocalTime time() {
            int hour = digits(2);
            boolean parted = accept(':');
            int minute = digits(2);
            int second = 0;
            int nano = 0;
            if (accept(':')) {
                second = digits(2);
                nano = accept('.') ? fraction() : 0;
            }
            boolean sound = parted && in(hour, 23) && in(minute, 59) && in(second, 59) && nano >= 0;
            return sound ? LocalTime.of(hour, minute, second, nano) : null;
        }

        private int fraction() {
            int from = at;
            int nano = 0;
            while (at < text.length() && at - from < MOST_DIGITS && isDigit(text.charAt(at))) {
                nano = nano * 10 + text.charAt(at++) - '0';
            }
            for (int digits = at - from; digits < MOST_DIGITS; digits++) {
                nano *= 10;
            }
            return at == from ? -1 : nano;
        }

        private @Nullable ZoneOffset offset() {
            boolean negative = accept('-');
            if (!negative && !accept('+')) {
                return null;
            }
            int hours = digits(2);
            int minutes = 0;
            if (accept(':') || at < text.length()) {
                minutes = digits(2);
            }
            // The farthest that java.time holds.
            if (!in(hours, 17) || !in(minutes, 59)) {
                return null;
            }
            int seconds = (hours * 60 + minutes) * 60;
            return ZoneOffset.ofTotalSeconds(negative ? -seconds : seconds);
        }

        private int digits(int count) {
            int value = 0;
            for (int end = at + count; at < end; at++) {
                if (at >= text.length() || !isDigit(text.charAt(at))) {
                    return -1;
                }
                value = value * 10 + text.charAt(at) - '0';
            }
            return value;
        }

        private boolean accept(char wanted) {
            boolean found = at < text.length() && text.charAt(at) == wanted;
            at += found ? 1 : 0;
            return found;
        }

        private static boolean in(int value, int most) {
            return value >= 0 && value <= most;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
