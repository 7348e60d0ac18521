package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "DATEADD",
        category = "TIME",
        description = "An interval added to a date.",
        examples = "DATEADD(DAYS, 1, '2024-02-28') -> 2024-02-29")
final class DateAdd {

    private DateAdd() {}

    @Signature
    static @Nullable LocalDate add(
            @Parameter(name = "unit", description = "such as DAYS") ChronoUnit unit,
            @Parameter(name = "interval", description = "how many units; may be negative") int interval,
            @Parameter(name = "date") @Nullable LocalDate date) {
        return date == null ? null : Intervals.add(date, interval, unit);
    }
}
