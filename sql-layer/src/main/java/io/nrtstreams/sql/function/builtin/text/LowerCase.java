package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.Locale;

@ScalarFunction(
        name = "LCASE",
        category = "STRING",
        description = "The text in lower case.",
        examples = "LCASE('Ab') -> 'ab'")
final class LowerCase {

    private LowerCase() {}

    @Signature
    static String lowerCase(@Parameter(name = "text", description = "what to convert") String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
