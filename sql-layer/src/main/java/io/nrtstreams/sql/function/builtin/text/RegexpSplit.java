package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

@ScalarFunction(
        name = "REGEXP_SPLIT_TO_ARRAY",
        category = "REGULAR EXPRESSION",
        description = "The parts of a text between those that match a regular expression, empty ones too; the single"
                + " characters when the regular expression is empty.",
        examples = "REGEXP_SPLIT_TO_ARRAY('a1b22c', '[0-9]+') -> ['a', 'b', 'c']")
final class RegexpSplit {

    private RegexpSplit() {}

    @Signature
    static List<String> split(
            @Parameter(name = "text", description = "what to split") String text,
            @Parameter(name = "pattern", description = "what stands between the parts") String pattern) {
        if (pattern.isEmpty()) {
            return Split.split(text, "");
        }
        Matcher matcher = Patterns.of(pattern).matcher(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            // a match of nothing splits between characters, not before the first or behind the last
            if (matcher.end() > matcher.start() || (matcher.start() > from && matcher.start() < text.length())) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
