package io.nrtstreams.connect.s3.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Borders in wall time: every so often, counted from midnight of each day.
 *
 * @param every at most a day, which is as long as the day is; where it does not divide the day, the day's last stretch
 *     is shorter
 * @param zone whose midnight counts
 */
public record Schedule(Duration every, ZoneId zone) {
    /** The first border after {@code moment}. */
    Instant next(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        Instant nextMidnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (every.equals(Duration.ofDays(1))) {
            return nextMidnight;
        }
        Instant midnight = day.atStartOfDay(zone).toInstant();
        long passed = Duration.between(midnight, moment).dividedBy(every);
        Instant next = midnight.plus(every.multipliedBy(passed + 1));
        return next.isBefore(nextMidnight) ? next : nextMidnight;
    }
}
