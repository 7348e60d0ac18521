package io.nrtstreams.analytics.batch;

import java.time.Duration;

/**
 * How much ad-hoc queries may take.
 *
 * @param time after which a query is stopped
 * @param running how many run at the same time; one more is refused
 */
public record AdHocLimits(Duration time, int running) {

    /** Five minutes, and four queries: each may take all cores, and Spark gives them fair shares. */
    public static final AdHocLimits DEFAULT = new AdHocLimits(Duration.ofMinutes(5), 4);

    public AdHocLimits {
        if (running < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("at least one query must be able to run for a while");
        }
    }
}
