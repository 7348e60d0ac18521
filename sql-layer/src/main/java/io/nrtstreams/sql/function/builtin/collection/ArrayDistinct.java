package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_DISTINCT",
        category = "ARRAY",
        description = "The elements of an array, each once, where it comes first.",
        examples = "ARRAY_DISTINCT(ARRAY[1, 2, 1]) -> [1, 2]")
final class ArrayDistinct {

    private ArrayDistinct() {}

    @Signature
    static <T> @Nullable List<T> distinct(@Parameter(name = "array") @Nullable List<T> array) {
        return array == null ? null : new ArrayList<>(new LinkedHashSet<>(array));
    }
}
