package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "LOG",
        category = "MATH",
        description = "A logarithm: -Infinity for 0, NaN below; NaN for a base of 1, 0 or less.",
        examples = {"LOG(1) -> 0.0", "LOG(2, 8) -> 3.0"})
final class Log {

    private Log() {}

    @Signature(description = "the natural logarithm")
    static double log(@Parameter(name = "number", description = "from 0") double number) {
        return Math.log(number);
    }

    @Signature(description = "to a base")
    static double log(
            @Parameter(name = "base", description = "above 0 and not 1") double base,
            @Parameter(name = "number", description = "from 0") double number) {
        if (base <= 0 || base == 1) {
            return Double.NaN;
        }
        return Math.log(number) / Math.log(base);
    }
}
