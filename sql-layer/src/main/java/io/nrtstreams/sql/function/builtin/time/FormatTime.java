package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "FORMAT_TIME",
        category = "TIME",
        description = "A time of day as text.",
        examples = "FORMAT_TIME('09:05:00', 'HH.mm') -> '09.05'")
final class FormatTime {

    private FormatTime() {}

    @Signature
    static @Nullable String format(
            @Parameter(name = "time") @Nullable LocalTime time,
            @Parameter(name = "pattern", description = "of java.time, such as 'HH:mm:ss'") @Nullable String pattern) {
        return time == null || pattern == null
                ? null
                : Patterns.formatter(pattern).format(time);
    }
}
