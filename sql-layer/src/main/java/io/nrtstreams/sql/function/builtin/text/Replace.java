package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "REPLACE",
        category = "STRING",
        description = "The text with each occurrence of a part replaced.",
        examples = "REPLACE('banana', 'an', 'o') -> 'booa'")
final class Replace {

    private Replace() {}

    @Signature
    static String replace(
            @Parameter(name = "text", description = "where to replace") String text,
            @Parameter(name = "part", description = "what to replace") String part,
            @Parameter(name = "replacement", description = "what to put there") String replacement) {
        return text.replace(part, replacement);
    }
}
