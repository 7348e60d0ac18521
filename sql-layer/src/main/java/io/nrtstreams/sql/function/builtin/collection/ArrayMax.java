package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_MAX",
        category = "ARRAY",
        description = "The largest element of an array; nulls are left out.",
        examples = "ARRAY_MAX(ARRAY[1, NULL, 3]) -> 3")
final class ArrayMax {

    private ArrayMax() {}

    @Signature
    static <T extends Comparable<T>> @Nullable T best(@Parameter(name = "array") @Nullable List<T> array) {
        if (array == null) {
            return null;
        }
        T best = null;
        for (T element : array) {
            if (element != null && (best == null || element.compareTo(best) > 0)) {
                best = element;
            }
        }
        return best;
    }
}
