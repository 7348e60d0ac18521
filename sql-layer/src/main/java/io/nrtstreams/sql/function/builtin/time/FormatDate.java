package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "FORMAT_DATE",
        category = "TIME",
        description = "A date as text.",
        examples = "FORMAT_DATE('2024-02-28', 'dd/MM/yyyy') -> '28/02/2024'")
final class FormatDate {

    private FormatDate() {}

    @Signature
    static @Nullable String format(
            @Parameter(name = "date") @Nullable LocalDate date,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd'") @Nullable String pattern) {
        return date == null || pattern == null
                ? null
                : Patterns.formatter(pattern).format(date);
    }
}
