package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "FIELD",
        category = "STRING",
        description = "At which place, from 1 on, the first text is among the others; 0 when it is null or not there.",
        examples = "FIELD('b', 'a', 'b', 'c') -> 2")
final class FieldIndex {

    private FieldIndex() {}

    @Signature
    static int index(
            @Parameter(name = "text", description = "what to look for") @Nullable String text,
            @Parameter(name = "texts", description = "where to look") @Nullable String... texts) {
        for (int i = 0; i < texts.length && text != null; i++) {
            if (text.equals(texts[i])) {
                return i + 1;
            }
        }
        return 0;
    }
}
