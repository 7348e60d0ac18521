package io.nrtstreams.sql.function.builtin.general;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "NULLIF",
        category = "NULL",
        description = "A value, or null when it equals another.",
        examples = "NULLIF(2, 2) -> null")
final class NullIf {

    private NullIf() {}

    @Signature
    static <T> @Nullable T unless(
            @Parameter(name = "value") @Nullable T value,
            @Parameter(name = "unwanted", description = "what it gives null for") @Nullable T unwanted) {
        return value == null || value.equals(unwanted) ? null : value;
    }
}
