package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "LN",
        category = "MATH",
        description = "The natural logarithm: -Infinity for 0, NaN below.",
        examples = "LN(1) -> 0.0")
final class Ln {

    private Ln() {}

    @Signature
    static double ln(@Parameter(name = "number", description = "from 0") double number) {
        return Math.log(number);
    }
}
