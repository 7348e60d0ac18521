package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "EXP",
        category = "MATH",
        description = "A power of Euler's number e.",
        examples = "EXP(0) -> 1.0")
final class Exp {

    private Exp() {}

    @Signature
    static double exp(@Parameter(name = "exponent", description = "the power") double exponent) {
        return Math.exp(exponent);
    }
}
