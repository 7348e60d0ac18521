package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TIMESTAMPSUB",
        category = "TIME",
        description = "An interval taken from a timestamp.",
        examples = "TIMESTAMPSUB(DAYS, 1, '2024-02-28T00:00:00') -> 2024-02-27T00:00:00.000")
final class TimestampSub {

    private TimestampSub() {}

    @Signature
    static @Nullable Instant subtract(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "timestamp") @Nullable Instant timestamp) {
        return timestamp == null ? null : Intervals.add(timestamp, -(long) interval, unit);
    }
}
