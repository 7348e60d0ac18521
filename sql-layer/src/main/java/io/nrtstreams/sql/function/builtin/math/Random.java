package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.util.random.RandomGenerator;

@ScalarFunction(
        name = "RANDOM",
        category = "MATH",
        description = "A number from 0 to below 1, another one in each call.",
        examples = "RANDOM() -> 0.7275636800328681")
final class Random {

    private final RandomGenerator source;

    Random() {
        this(new java.util.Random());
    }

    /** Draws from {@code source}, which is safe for many threads. */
    Random(RandomGenerator source) {
        this.source = source;
    }

    @Signature
    double random() {
        return source.nextDouble();
    }
}
