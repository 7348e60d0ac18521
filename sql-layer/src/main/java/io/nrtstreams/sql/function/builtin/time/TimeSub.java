package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TIMESUB",
        category = "TIME",
        description = "An interval taken from a time. Midnight is passed.",
        examples = "TIMESUB(HOURS, 1, '23:30:00') -> 22:30")
final class TimeSub {

    private TimeSub() {}

    @Signature
    static @Nullable LocalTime subtract(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "time") @Nullable LocalTime time) {
        return time == null ? null : Intervals.add(time, -(long) interval, unit);
    }
}
