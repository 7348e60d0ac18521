package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "TIMESTAMPTOSTRING",
        category = "TIME",
        description =
                "Milliseconds since 1970-01-01T00:00:00 UTC as text. FORMAT_TIMESTAMP does the same for timestamps.",
        examples = "TIMESTAMPTOSTRING(1000, 'yyyy-MM-dd HH:mm:ss') -> '1970-01-01 00:00:01'")
final class TimestampToString {

    private TimestampToString() {}

    @Signature(description = "in UTC")
    static @Nullable String format(
            @Parameter(name = "milliseconds") long milliseconds,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern) {
        return pattern == null ? null : format(Instant.ofEpochMilli(milliseconds), pattern, ZoneOffset.UTC);
    }

    @Signature(description = "in a time zone")
    static @Nullable String format(
            @Parameter(name = "milliseconds") long milliseconds,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS zzz'") @Nullable String pattern,
            @Parameter(name = "zone", description = "such as 'UTC', 'Europe/London' or '+02:00'") @Nullable String zone) {
        return pattern == null || zone == null
                ? null
                : format(Instant.ofEpochMilli(milliseconds), pattern, Patterns.zone(zone));
    }

    private static String format(Instant timestamp, String pattern, ZoneId zone) {
        return Patterns.formatter(pattern).format(timestamp.atZone(zone));
    }
}
