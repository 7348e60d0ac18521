package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ARRAY_SORT",
        category = "ARRAY",
        description = "The elements of an array in order, nulls last.",
        examples = {"ARRAY_SORT(ARRAY[3, NULL, 1]) -> [1, 3, null]", "ARRAY_SORT(ARRAY[1, 3], 'DESC') -> [3, 1]"})
final class ArraySort {

    private ArraySort() {}

    @Signature
    static <T extends Comparable<T>> @Nullable List<T> sort(@Parameter(name = "array") @Nullable List<T> array) {
        return array == null ? null : sorted(array, Comparator.<T>naturalOrder());
    }

    @Signature(description = "null for another direction")
    static <T extends Comparable<T>> @Nullable List<T> sort(
            @Parameter(name = "array") @Nullable List<T> array,
            @Parameter(name = "direction", description = "ASC, ASCENDING, DESC or DESCENDING, in any case") @Nullable String direction) {
        if (array == null || direction == null) {
            return null;
        }
        return switch (direction.toUpperCase(Locale.ROOT)) {
            case "ASC", "ASCENDING" -> sorted(array, Comparator.<T>naturalOrder());
            case "DESC", "DESCENDING" -> sorted(array, Comparator.<T>reverseOrder());
            default -> null;
        };
    }

    private static <T> List<T> sorted(List<T> array, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(array);
        sorted.sort(Comparator.nullsLast(order));
        return sorted;
    }
}
