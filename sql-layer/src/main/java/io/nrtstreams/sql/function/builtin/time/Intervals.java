package io.nrtstreams.sql.function.builtin.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Sums of points in time and whole units of time. Days and longer units are those of the calendar, in UTC. */
final class Intervals {

    private static final long MILLIS_A_DAY = 86_400_000;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long NANOS_A_DAY = MILLIS_A_DAY * NANOS_A_MILLI;

    private Intervals() {}

    /** The date on which it is so many units after midnight of a date. */
    static LocalDate add(LocalDate date, long amount, ChronoUnit unit) {
        return unit.isDateBased()
                ? date.plus(amount, unit)
                : date.plusDays(Math.floorDiv(millis(amount, unit), MILLIS_A_DAY));
    }

    /** The time of day so many units later; midnight is passed in both directions. */
    static LocalTime add(LocalTime time, long amount, ChronoUnit unit) {
        if (unit.isDateBased()) {
            return time;
        }
        long shift = Math.floorMod(millis(amount, unit), MILLIS_A_DAY) * NANOS_A_MILLI;
        return LocalTime.ofNanoOfDay((time.toNanoOfDay() + shift) % NANOS_A_DAY);
    }

    /** The timestamp so many units later. */
    static Instant add(Instant timestamp, long amount, ChronoUnit unit) {
        return unit.isDateBased()
                ? timestamp.atOffset(ZoneOffset.UTC).plus(amount, unit).toInstant()
                : timestamp.plusMillis(millis(amount, unit));
    }

    private static long millis(long amount, ChronoUnit unit) {
        return switch (unit) {
            case NANOS -> amount / NANOS_A_MILLI;
            case MICROS -> amount / 1_000;
            default -> Math.multiplyExact(amount, unit.getDuration().toMillis());
        };
    }
}
