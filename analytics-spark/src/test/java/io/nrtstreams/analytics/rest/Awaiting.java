package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a test cannot be told of. */
final class Awaiting {

    private static final long MOST_MILLIS = 20_000;

    private Awaiting() {}

    static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + MOST_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    /** The value once it has not changed for half a second. */
    static <T extends Number> T settled(Supplier<T> value) throws InterruptedException {
        long deadline = System.nanoTime() + MOST_MILLIS * 1_000_000;
        T last = value.get();
        int same = 0;
        while (same < 10) {
            assertThat(System.nanoTime()).as("never settled").isLessThan(deadline);
            Thread.sleep(50);
            T now = value.get();
            same = now.equals(last) ? same + 1 : 0;
            last = now;
        }
        return last;
    }
}
