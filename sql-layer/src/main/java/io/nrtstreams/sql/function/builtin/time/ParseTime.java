package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "PARSE_TIME",
        category = "TIME",
        description = "The time of day in a text. Parts that the pattern does not have are 0.",
        examples = "PARSE_TIME('09.05', 'HH.mm') -> 09:05")
final class ParseTime {

    private ParseTime() {}

    @Signature
    static @Nullable LocalTime parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'HH:mm:ss'") @Nullable String pattern) {
        return text == null || pattern == null
                ? null
                : ParsedText.parse(text, pattern).onlyTime();
    }
}
