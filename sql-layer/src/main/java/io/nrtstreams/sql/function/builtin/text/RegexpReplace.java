package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "REGEXP_REPLACE",
        category = "REGULAR EXPRESSION",
        description =
                "The text with each part that matches a regular expression replaced. In the replacement $1 stands for"
                        + " the first group and so on.",
        examples = "REGEXP_REPLACE('baababaa', '(ab)+', 'x') -> 'baxaa'")
final class RegexpReplace {

    private RegexpReplace() {}

    @Signature
    static String replace(
            @Parameter(name = "text", description = "where to replace") String text,
            @Parameter(name = "pattern", description = "the regular expression") String pattern,
            @Parameter(name = "replacement", description = "what to put there") String replacement) {
        return Patterns.of(pattern).matcher(text).replaceAll(replacement);
    }
}
