package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_REMOVE",
        category = "ARRAY",
        description = "An array without the elements that equal a value.",
        examples = "ARRAY_REMOVE(ARRAY[1, 2, 1], 1) -> [2]")
final class ArrayRemove {

    private ArrayRemove() {}

    @Signature
    static <T> @Nullable List<T> remove(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "element", description = "may be null") @Nullable T element) {
        if (array == null) {
            return null;
        }
        List<T> kept = new ArrayList<>(array.size());
        for (T candidate : array) {
            if (!Objects.equals(candidate, element)) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
