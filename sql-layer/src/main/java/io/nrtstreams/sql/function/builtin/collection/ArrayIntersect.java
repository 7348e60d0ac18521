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
        name = "ARRAY_INTERSECT",
        category = "ARRAY",
        description = "The elements that two arrays share, each once, in the order of the first.",
        examples = "ARRAY_INTERSECT(ARRAY[3, 1, 2, 3], ARRAY[2, 3]) -> [3, 2]")
final class ArrayIntersect {

    private ArrayIntersect() {}

    @Signature
    static <T> @Nullable List<T> intersect(
            @Parameter(name = "left") @Nullable List<T> left, @Parameter(name = "right") @Nullable List<T> right) {
        if (left == null || right == null) {
            return null;
        }
        Set<T> shared = new LinkedHashSet<>(left);
        shared.retainAll(new HashSet<>(right));
        return new ArrayList<>(shared);
    }
}
