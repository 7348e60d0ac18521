package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_MIN",
        category = "ARRAY",
        description = "The smallest element of an array; nulls are left out.",
        examples = "ARRAY_MIN(ARRAY[1, NULL, 3]) -> 1")
final class ArrayMin {

    private ArrayMin() {}

    @Signature
    static <T extends Comparable<T>> @Nullable T best(@Parameter(name = "array") @Nullable List<T> array) {
        if (array == null) {
            return null;
        }
        T best = null;
        for (T element : array) {
            if (element != null && (best == null || element.compareTo(best) < 0)) {
                best = element;
            }
        }
        return best;
    }
}
