package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_UNION",
        category = "ARRAY",
        description = "The elements of two arrays, each once, where it comes first.",
        examples = "ARRAY_UNION(ARRAY[1, 2], ARRAY[2, 3]) -> [1, 2, 3]")
final class ArrayUnion {

    private ArrayUnion() {}

    @Signature
    static <T> @Nullable List<T> union(
            @Parameter(name = "left") @Nullable List<T> left, @Parameter(name = "right") @Nullable List<T> right) {
        if (left == null || right == null) {
            return null;
        }
        Set<T> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return new ArrayList<>(all);
    }
}
