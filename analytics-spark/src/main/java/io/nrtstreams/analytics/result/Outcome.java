package io.nrtstreams.analytics.result;

import java.util.function.Function;

/**
 * Either a value or, where it could not be had, why.
 *
 * @param <T> the value
 */
public sealed interface Outcome<T> {
    /** What it is about. */
    String name();

    /** What {@code ready} makes of the value, or {@code missing} of the reason why there is none. */
    <R> R fold(Function<? super T, ? extends R> ready, Function<String, ? extends R> missing);

    /**
     * It could be had.
     *
     * @param name what it is about
     * @param value the value
     */
    record Ready<T>(String name, T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> ready, Function<String, ? extends R> missing) {
            return ready.apply(value);
        }
    }

    /**
     * It could not be had.
     *
     * @param name what it is about
     * @param reason cause and remedy in one line
     */
    record Missing<T>(String name, String reason) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> ready, Function<String, ? extends R> missing) {
            return missing.apply(reason);
        }
    }
}
