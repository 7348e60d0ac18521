package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "COSH", category = "MATH", description = "The hyperbolic cosine.", examples = "COSH(0) -> 1.0")
final class Cosh {

    private Cosh() {}

    @Signature
    static double cosh(@Parameter(name = "number", description = "any number") double number) {
        return Math.cosh(number);
    }
}
