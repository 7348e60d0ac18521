package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;

@ScalarFunction(
        name = "FROM_UNIXTIME",
        category = "TIME",
        description = "The timestamp so many milliseconds after 1970-01-01T00:00:00 UTC.",
        examples = "FROM_UNIXTIME(1000) -> 1970-01-01T00:00:01.000")
final class FromUnixTime {

    private FromUnixTime() {}

    @Signature
    static Instant timestamp(@Parameter(name = "milliseconds") long milliseconds) {
        return Instant.ofEpochMilli(milliseconds);
    }
}
