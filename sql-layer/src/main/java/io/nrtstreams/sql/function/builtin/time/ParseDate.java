package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "PARSE_DATE",
        category = "TIME",
        description = "The date in a text. A year that the pattern does not have is 1970, a month or day the first.",
        examples = "PARSE_DATE('28/02/2024', 'dd/MM/yyyy') -> 2024-02-28")
final class ParseDate {

    private ParseDate() {}

    @Signature
    static @Nullable LocalDate parse(
            @Parameter(name = "text") @Nullable String text,
            @Parameter(name = "pattern", description = "of java.time, such as 'yyyy-MM-dd'") @Nullable String pattern) {
        return text == null || pattern == null
                ? null
                : ParsedText.parse(text, pattern).onlyDate();
    }
}
