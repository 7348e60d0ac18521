package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "REGEXP_EXTRACT_ALL",
        category = "REGULAR EXPRESSION",
        description =
                "All parts of a text that match a regular expression, or a group of each; null when there is no such"
                        + " group.",
        examples = {
            "REGEXP_EXTRACT_ALL('a.', 'abacad') -> ['ab', 'ac', 'ad']",
            "REGEXP_EXTRACT_ALL('a(.)', 'abacad', 1) -> ['b', 'c', 'd']"
        })
final class RegexpExtractAll {

    private RegexpExtractAll() {}

    @Signature
    static @Nullable List<@Nullable String> extract(
            @Parameter(name = "pattern", description = "the regular expression") String pattern,
            @Parameter(name = "text", description = "where to look") String text) {
        return extract(pattern, text, 0);
    }

    @Signature
    static @Nullable List<@Nullable String> extract(
            @Parameter(name = "pattern", description = "the regular expression") String pattern,
            @Parameter(name = "text", description = "where to look") String text,
            @Parameter(name = "group", description = "which group, from 1 on; 0 for all that matches") int group) {
        Matcher matcher = Patterns.of(pattern).matcher(text);
        if (group < 0 || group > matcher.groupCount()) {
            return null;
        }
        List<@Nullable String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
