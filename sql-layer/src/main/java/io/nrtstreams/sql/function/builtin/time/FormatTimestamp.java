package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "FORMAT_TIMESTAMP",
        category = "TIME",
        description = "A timestamp as text.",
        examples =
                "FORMAT_TIMESTAMP('2024-02-28T09:05:00', 'yyyy-MM-dd HH:mm zzz', 'Europe/London') -> '2024-02-28 09:05 GMT'")
final class FormatTimestamp {

    private FormatTimestamp() {}

    @Signature(description = "in UTC")
    static @Nullable String format(
            @Parameter(name = "timestamp") @Nullable Instant timestamp,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern) {
        return timestamp == null || pattern == null ? null : format(timestamp, pattern, ZoneOffset.UTC);
    }

    @Signature(description = "in a time zone")
    static @Nullable String format(
            @Parameter(name = "timestamp") @Nullable Instant timestamp,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS zzz'") @Nullable String pattern,
            @Parameter(name = "zone", description = "such as 'UTC', 'Europe/London' or '+02:00'") @Nullable String zone) {
        return timestamp == null || pattern == null || zone == null
                ? null
                : format(timestamp, pattern, Patterns.zone(zone));
    }

    private static String format(Instant timestamp, String pattern, ZoneId zone) {
        return Patterns.formatter(pattern).format(timestamp.atZone(zone));
    }
}
