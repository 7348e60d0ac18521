package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_EXCEPT",
        category = "ARRAY",
        description = "The elements of an array that another does not have, each once.",
        examples = "ARRAY_EXCEPT(ARRAY[1, 2, 1, 3], ARRAY[2]) -> [1, 3]")
final class ArrayExcept {

    private ArrayExcept() {}

    @Signature
    static <T> @Nullable List<T> except(
            @Parameter(name = "left") @Nullable List<T> left, @Parameter(name = "right") @Nullable List<T> right) {
        if (left == null || right == null) {
            return null;
        }
        Set<T> unwanted = new HashSet<>(right);
        Set<T> kept = new LinkedHashSet<>();
        for (T element : left) {
            if (!unwanted.contains(element)) {
                kept.add(element);
            }
        }
        return new ArrayList<>(kept);
    }
}
