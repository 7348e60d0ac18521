package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "DATETOSTRING",
        category = "TIME",
        description = "A number of days since 1970-01-01 as text of that date. FORMAT_DATE does the same for dates.",
        examples = "DATETOSTRING(10, 'yyyy-MM-dd') -> '1970-01-11'")
final class DateToString {

    private DateToString() {}

    @Signature
    static @Nullable String format(
            @Parameter(name = "days") int days,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd'") @Nullable String pattern) {
        return pattern == null ? null : Patterns.formatter(pattern).format(LocalDate.ofEpochDay(days));
    }
}
