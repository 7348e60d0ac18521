package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "TANH", category = "MATH", description = "The hyperbolic tangent.", examples = "TANH(0) -> 0.0")
final class Tanh {

    private Tanh() {}

    @Signature
    static double tanh(@Parameter(name = "number", description = "any number") double number) {
        return Math.tanh(number);
    }
}
