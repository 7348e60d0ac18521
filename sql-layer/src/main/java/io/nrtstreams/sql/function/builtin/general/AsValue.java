package io.nrtstreams.sql.function.builtin.general;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "AS_VALUE",
        category = "OTHER",
        description = "A key column as a column of the value.",
        examples = "AS_VALUE(5) -> 5")
final class AsValue {

    private AsValue() {}

    @Signature
    static <T> @Nullable T value(@Parameter(name = "key_column") @Nullable T keyColumn) {
        return keyColumn;
    }
}
