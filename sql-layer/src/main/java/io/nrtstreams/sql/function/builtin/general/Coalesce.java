package io.nrtstreams.sql.function.builtin.general;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "COALESCE",
        category = "NULL",
        description = "The first of values of one type that is not null.",
        examples = "COALESCE(NULL, 2, 3) -> 2")
final class Coalesce {

    private Coalesce() {}

    @Signature
    @SafeVarargs
    static <T> @Nullable T first(
            @Parameter(name = "first") @Nullable T first, @Parameter(name = "others") @Nullable T... others) {
        if (first != null) {
            return first;
        }
        for (T other : others) {
            if (other != null) {
                return other;
            }
        }
        return null;
    }
}
