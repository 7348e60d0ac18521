package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "TRIM",
        category = "STRING",
        description = "The text without white space and control characters at both ends.",
        examples = "TRIM('  a b ') -> 'a b'")
final class Trim {

    private Trim() {}

    @Signature
    static String trim(@Parameter(name = "text", description = "what to trim") String text) {
        return text.trim();
    }
}
