package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "SQRT",
        category = "MATH",
        description = "The square root; NaN below 0.",
        examples = "SQRT(16) -> 4.0")
final class Sqrt {

    private Sqrt() {}

    @Signature
    static double sqrt(@Parameter(name = "number", description = "from 0") double number) {
        return Math.sqrt(number);
    }
}
