package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TIMESTAMPADD",
        category = "TIME",
        description = "An interval added to a timestamp.",
        examples = "TIMESTAMPADD(DAYS, 1, '2024-02-28T00:00:00') -> 2024-02-29T00:00:00.000")
final class TimestampAdd {

    private TimestampAdd() {}

    @Signature
    static @Nullable Instant add(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "timestamp") @Nullable Instant timestamp) {
        return timestamp == null ? null : Intervals.add(timestamp, interval, unit);
    }
}
