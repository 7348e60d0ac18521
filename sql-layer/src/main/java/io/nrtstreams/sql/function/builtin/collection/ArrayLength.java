package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_LENGTH",
        category = "ARRAY",
        description = "How many elements an array has.",
        examples = "ARRAY_LENGTH(ARRAY[1, NULL, 3]) -> 3")
final class ArrayLength {

    private ArrayLength() {}

    @Signature
    static <T> @Nullable Integer length(@Parameter(name = "array") @Nullable List<T> array) {
        return array == null ? null : array.size();
    }
}
