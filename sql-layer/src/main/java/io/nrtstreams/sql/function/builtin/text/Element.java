package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ELT",
        category = "STRING",
        description = "The N-th of the texts; null when there is none.",
        examples = "ELT(2, 'a', 'b', 'c') -> 'b'")
final class Element {

    private Element() {}

    @Signature
    static @Nullable String element(
            @Parameter(name = "n", description = "from 1 on") int n,
            @Parameter(name = "texts", description = "to choose from") @Nullable String... texts) {
        return n < 1 || n > texts.length ? null : texts[n - 1];
    }
}
