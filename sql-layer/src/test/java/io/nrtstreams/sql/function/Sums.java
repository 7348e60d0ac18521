package io.nrtstreams.sql.function;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An aggregator that adds up a number of each row. */
record Sums<I extends @Nullable Object>(ToDoubleFunction<I> number) implements UndoableAggregator<I, Double, Double> {

    static Sums<@Nullable Double> of() {
        return new Sums<>(value -> value == null ? 0 : value);
    }

    static <I extends @Nullable Object> Sums<I> of(ToDoubleFunction<I> number) {
        return new Sums<>(number);
    }

    @Override
    public Double initial() {
        return 0.0;
    }

    @Override
    public Double add(Double state, I input) {
        return state + number.applyAsDouble(input);
    }

    @Override
    public Double undo(Double state, I input) {
        return state - number.applyAsDouble(input);
    }

    @Override
    public Double merge(Double earlier, Double later) {
        return earlier + later;
    }

    @Override
    public Double result(Double state) {
        return state;
    }
}
