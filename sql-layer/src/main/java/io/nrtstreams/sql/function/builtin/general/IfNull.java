package io.nrtstreams.sql.function.builtin.general;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "IFNULL",
        category = "NULL",
        description = "A value, or another when it is null.",
        examples = "IFNULL(NULL, 'none') -> 'none'")
final class IfNull {

    private IfNull() {}

    @Signature
    static <T> @Nullable T orElse(
            @Parameter(name = "value") @Nullable T value,
            @Parameter(name = "otherwise", description = "what it gives instead of null") @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }
}
