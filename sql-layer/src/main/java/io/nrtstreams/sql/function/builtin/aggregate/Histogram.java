package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "HISTOGRAM",
        category = "AGGREGATE",
        description = "How often each value came, nulls left out. Counts the first " + Histogram.LIMIT
                + " distinct values when there are more.",
        examples = "HISTOGRAM(page)")
final class Histogram {

    static final int LIMIT = 1000;

    private Histogram() {}

    @Signature
    @Input(name = "value", description = "what to count")
    static UndoableAggregator<@Nullable String, Map<String, Long>, Map<String, Long>> of() {
        return new Counting();
    }

    private record Counting() implements UndoableAggregator<@Nullable String, Map<String, Long>, Map<String, Long>> {

        @Override
        public Map<String, Long> initial() {
            return Map.of();
        }

        @Override
        public Map<String, Long> add(Map<String, Long> state, @Nullable String input) {
            if (input == null || (state.size() >= LIMIT && !state.containsKey(input))) {
                return state;
            }
            Map<String, Long> counts = new LinkedHashMap<>(state);
            counts.merge(input, 1L, Long::sum);
            return counts;
        }

        @Override
        public Map<String, Long> merge(Map<String, Long> earlier, Map<String, Long> later) {
            Map<String, Long> counts = new LinkedHashMap<>(earlier);
            later.forEach((value, count) -> {
                if (counts.size() < LIMIT || counts.containsKey(value)) {
                    counts.merge(value, count, Long::sum);
                }
            });
            return counts;
        }

        @Override
        public Map<String, Long> result(Map<String, Long> state) {
            return state;
        }

        @Override
        public Map<String, Long> undo(Map<String, Long> state, @Nullable String input) {
            if (input == null || !state.containsKey(input)) {
                return state;
            }
            Map<String, Long> counts = new LinkedHashMap<>(state);
            counts.computeIfPresent(input, (value, count) -> count > 1 ? Long.valueOf(count - 1) : null);
            return counts;
        }
    }
}
