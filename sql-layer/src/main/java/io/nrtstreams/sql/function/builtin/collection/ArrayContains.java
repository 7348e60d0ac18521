package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_CONTAINS",
        category = "ARRAY",
        description = "Whether an array has an element. A null array has none.",
        examples = "ARRAY_CONTAINS(ARRAY[1, 2], 2) -> true")
final class ArrayContains {

    private ArrayContains() {}

    @Signature
    static <T> boolean contains(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "element", description = "may be null") @Nullable T element) {
        return array != null && array.contains(element);
    }
}
