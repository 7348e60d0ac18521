package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "STRINGTODATE",
        category = "TIME",
        description = "The days from 1970-01-01 to the date in a text. PARSE_DATE gives a DATE.",
        examples = "STRINGTODATE('1970-01-11', 'yyyy-MM-dd') -> 10")
final class StringToDate {

    private StringToDate() {}

    @Signature
    static @Nullable Integer parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd'") @Nullable String pattern) {
        return text == null || pattern == null
                ? null
                : Math.toIntExact(ParsedText.parse(text, pattern).date().toEpochDay());
    }
}
