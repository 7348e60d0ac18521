package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.Locale;

@ScalarFunction(
        name = "UCASE",
        category = "STRING",
        description = "The text in upper case.",
        examples = "UCASE('Ab') -> 'AB'")
final class UpperCase {

    private UpperCase() {}

    @Signature
    static String upperCase(@Parameter(name = "text", description = "what to convert") String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
