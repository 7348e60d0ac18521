package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "DATESUB",
        category = "TIME",
        description = "An interval taken from a date.",
        examples = "DATESUB(DAYS, 1, '2024-02-28') -> 2024-02-27")
final class DateSub {

    private DateSub() {}

    @Signature
    static @Nullable LocalDate subtract(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "date") @Nullable LocalDate date) {
        return date == null ? null : Intervals.add(date, -(long) interval, unit);
    }
}
