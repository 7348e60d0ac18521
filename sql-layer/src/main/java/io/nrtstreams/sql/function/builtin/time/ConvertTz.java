package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "CONVERT_TZ",
        category = "TIME",
        description = "What clocks show in one time zone when they show a timestamp in another.",
        examples =
                "CONVERT_TZ('2024-01-01T12:00:00', 'America/Los_Angeles', 'America/New_York') -> 2024-01-01T15:00:00.000")
final class ConvertTz {

    private ConvertTz() {}

    @Signature
    static @Nullable Instant convert(
            @Parameter(name = "timestamp", description = "what clocks show in the first zone") @Nullable Instant timestamp,
            @Parameter(name = "from_zone", description = "such as 'UTC', 'Europe/London' or '+02:00'") @Nullable String fromZone,
            @Parameter(name = "to_zone", description = "as the first") @Nullable String toZone) {
        if (timestamp == null || fromZone == null || toZone == null) {
            return null;
        }
        return LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC)
                .atZone(Patterns.zone(fromZone))
                .withZoneSameInstant(Patterns.zone(toZone))
                .toLocalDateTime()
                .toInstant(ZoneOffset.UTC);
    }
}
