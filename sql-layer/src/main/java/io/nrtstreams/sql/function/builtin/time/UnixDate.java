package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Present;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "UNIX_DATE",
        category = "TIME",
        description = "The days from 1970-01-01 to a date, or to today.",
        examples = "UNIX_DATE('1970-01-11') -> 10")
final class UnixDate {

    private final Clock clock;

    UnixDate() {
        this(Present.clock());
    }

    UnixDate(Clock clock) {
        this.clock = clock;
    }

    @Signature(description = "to today, in UTC")
    int today() {
        return Math.toIntExact(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
    }

    @Signature
    static @Nullable Integer days(@Parameter(name = "date") @Nullable LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }
}
