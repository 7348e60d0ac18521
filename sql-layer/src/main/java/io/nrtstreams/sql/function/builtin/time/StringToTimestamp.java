package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "STRINGTOTIMESTAMP",
        category = "TIME",
        description =
                "The milliseconds from 1970-01-01T00:00:00 UTC to the timestamp in a text. PARSE_TIMESTAMP gives a TIMESTAMP.",
        examples = "STRINGTOTIMESTAMP('1970-01-01 00:00:01', 'yyyy-MM-dd HH:mm:ss') -> 1000")
final class StringToTimestamp {

    private StringToTimestamp() {}

    @Signature(description = "in UTC, unless the text names a zone")
    static @Nullable Long parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern) {
        return text == null || pattern == null
                ? null
                : ParsedText.parse(text, pattern).instant(ZoneOffset.UTC).toEpochMilli();
    }

    @Signature(description = "in a time zone, unless the text names one")
    static @Nullable Long parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd HH:mm:ss.SSS'") @Nullable String pattern,
            @Parameter(name = "zone", description = "such as 'UTC', 'Europe/London' or '+02:00'") @Nullable String zone) {
        return text == null || pattern == null || zone == null
                ? null
                : ParsedText.parse(text, pattern).instant(Patterns.zone(zone)).toEpochMilli();
    }
}
