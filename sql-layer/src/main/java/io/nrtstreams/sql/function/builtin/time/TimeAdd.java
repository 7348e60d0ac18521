package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TIMEADD",
        category = "TIME",
        description = "An interval added to a time. Midnight is passed.",
        examples = "TIMEADD(HOURS, 1, '23:30:00') -> 00:30")
final class TimeAdd {

    private TimeAdd() {}

    @Signature
    static @Nullable LocalTime add(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "time") @Nullable LocalTime time) {
        return time == null ? null : Intervals.add(time, interval, unit);
    }
}
