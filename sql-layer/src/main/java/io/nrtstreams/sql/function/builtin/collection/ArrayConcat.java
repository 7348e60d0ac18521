package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_CONCAT",
        category = "ARRAY",
        description =
                "The elements of two arrays, one array after the other. A null array counts as empty unless both are.",
        examples = "ARRAY_CONCAT(ARRAY[1, 2], ARRAY[2]) -> [1, 2, 2]")
final class ArrayConcat {

    private ArrayConcat() {}

    @Signature
    static <T> @Nullable List<T> concat(
            @Parameter(name = "left") @Nullable List<T> left, @Parameter(name = "right") @Nullable List<T> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        List<T> all = new ArrayList<>(left.size() + right.size());
        all.addAll(left);
        all.addAll(right);
        return all;
    }
}
