package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "REGEXP_EXTRACT",
        category = "REGULAR EXPRESSION",
        description =
                "The first part of a text that matches a regular expression, or a group of it; null when there is none.",
        examples = {"REGEXP_EXTRACT('b.', 'abcb') -> 'bc'", "REGEXP_EXTRACT('(.*) (.*)', 'hello there', 2) -> 'there'"})
final class RegexpExtract {

    private RegexpExtract() {}

    @Signature
    static @Nullable String extract(
            @Parameter(name = "pattern", description = "the regular expression") String pattern,
            @Parameter(name = "text", description = "where to look") String text) {
        return extract(pattern, text, 0);
    }

    @Signature
    static @Nullable String extract(
            @Parameter(name = "pattern", description = "the regular expression") String pattern,
            @Parameter(name = "text", description = "where to look") String text,
            @Parameter(name = "group", description = "which group, from 1 on; 0 for all that matches") int group) {
        Matcher matcher = Patterns.of(pattern).matcher(text);
        return group >= 0 && group <= matcher.groupCount() && matcher.find() ? matcher.group(group) : null;
    }
}
