package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;

@ScalarFunction(
        name = "FROM_DAYS",
        category = "TIME",
        description = "The date so many days after 1970-01-01.",
        examples = "FROM_DAYS(10) -> 1970-01-11")
final class FromDays {

    private FromDays() {}

    @Signature
    static LocalDate date(@Parameter(name = "days") int days) {
        return LocalDate.ofEpochDay(days);
    }
}
