package io.nrtstreams.sql.function.builtin.collection;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.ArrayList;
import java.util.List;

@ScalarFunction(
        name = "GENERATE_SERIES",
        category = "ARRAY",
        description = "The whole numbers from a start to an end in equal steps.",
        examples = {"GENERATE_SERIES(1, 3) -> [1, 2, 3]", "GENERATE_SERIES(5, 0, -2) -> [5, 3, 1]"})
final class GenerateSeries {

    /** More would not be data but a mistake that takes the memory of all queries. */
    private static final int MAX_SIZE = 1_000_000;

    private GenerateSeries() {}

    @Signature(description = "in steps of 1, or -1 when the end is below the start")
    static List<Integer> series(
            @Parameter(name = "start") int start, @Parameter(name = "end", description = "included") int end) {
        return series(start, end, end < start ? -1 : 1);
    }

    @Signature
    static List<Integer> series(
            @Parameter(name = "start") int start,
            @Parameter(name = "end", description = "included") int end,
            @Parameter(name = "step", description = "not 0; negative when the end is below the start") int step) {
        int size = size(start, end, step);
        List<Integer> series = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            series.add(start + i * step);
        }
        return series;
    }

    @Signature(description = "in steps of 1, or -1 when the end is below the start")
    static List<Long> series(
            @Parameter(name = "start") long start, @Parameter(name = "end", description = "included") long end) {
        return series(start, end, end < start ? -1 : 1);
    }

    @Signature
    static List<Long> series(
            @Parameter(name = "start") long start,
            @Parameter(name = "end", description = "included") long end,
            @Parameter(name = "step", description = "not 0; negative when the end is below the start") int step) {
        int size = size(start, end, step);
        List<Long> series = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            series.add(start + (long) i * step);
        }
        return series;
    }

    private static int size(long start, long end, int step) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of a series cannot be 0");
        }
        if (start != end && step > 0 != end > start) {
            throw new IllegalArgumentException("the steps of the series lead away from its end; negate the step");
        }
        long last = Math.subtractExact(end, start) / step;
        if (last >= MAX_SIZE) {
            throw new IllegalArgumentException("a series has " + MAX_SIZE + " elements at most");
        }
        return (int) last + 1;
    }
}
