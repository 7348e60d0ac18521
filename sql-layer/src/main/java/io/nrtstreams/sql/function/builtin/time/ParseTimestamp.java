package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "PARSE_TIMESTAMP",
        category = "TIME",
        description = "The timestamp in a text. What the pattern does not have is that of 1970-01-01 at midnight.",
        examples = "PARSE_TIMESTAMP('2024-02-28 09:05', 'yyyy-MM-dd HH:mm') -> 2024-02-28T09:05:00.000")
final class ParseTimestamp {

    private ParseTimestamp() {}

    @Signature(description = "in UTC, unless the text names a zone")
    static @Nullable Instant parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern) {
        return text == null || pattern == null
                ? null
                : ParsedText.parse(text, pattern).instant(ZoneOffset.UTC);
    }

    @Signature(description = "in a time zone, unless the text names one")
    static @Nullable Instant parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern,
            @Parameter(name = "zone", description = "such as 'UTC', 'Europe/London' or '+02:00'") @Nullable String zone) {
        return text == null || pattern == null || zone == null
                ? null
                : ParsedText.parse(text, pattern).instant(Patterns.zone(zone));
    }
}
