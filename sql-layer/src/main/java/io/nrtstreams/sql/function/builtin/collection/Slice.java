package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "SLICE",
        category = "ARRAY",
        description =
                "Some elements of an array, from one position to another, both included; null when the array does not reach as far.",
        examples = "SLICE(ARRAY['a', 'b', 'c'], 2, 3) -> ['b', 'c']")
final class Slice {

    private Slice() {}

    @Signature
    static <T> @Nullable List<T> slice(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "from", description = "the first position, from 1; null for the start") @Nullable Integer from,
            @Parameter(name = "to", description = "the last position; null for the end") @Nullable Integer to) {
        if (array == null) {
            return null;
        }
        int start = from == null ? 0 : from - 1;
        int end = to == null ? array.size() : to;
        return start < 0 || end < start || end > array.size() ? null : new ArrayList<>(array.subList(start, end));
    }
}
