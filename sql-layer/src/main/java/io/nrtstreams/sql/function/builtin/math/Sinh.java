package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "SINH", category = "MATH", description = "The hyperbolic sine.", examples = "SINH(0) -> 0.0")
final class Sinh {

    private Sinh() {}

    @Signature
    static double sinh(@Parameter(name = "number", description = "any number") double number) {
        return Math.sinh(number);
    }
}
