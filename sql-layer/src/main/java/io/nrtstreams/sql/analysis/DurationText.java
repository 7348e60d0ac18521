package io.nrtstreams.sql.analysis;

import java.time.Duration;

/** Durations as SQL writes them. */
final class DurationText {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private DurationText() {}

    /** In the largest unit of which it is a whole number. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0 SECONDS";
        } else if (millis % DAY == 0) {
            return in(millis / DAY, "DAY");
        } else if (millis % HOUR == 0) {
            return in(millis / HOUR, "HOUR");
        } else if (millis % MINUTE == 0) {
            return in(millis / MINUTE, "MINUTE");
        } else if (millis % SECOND == 0) {
            return in(millis / SECOND, "SECOND");
        }
        return in(millis, "MILLISECOND");
    }

    private static String in(long amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "S");
    }
}
