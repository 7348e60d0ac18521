package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "CBRT", category = "MATH", description = "The cube root.", examples = "CBRT(27) -> 3.0")
final class Cbrt {

    private Cbrt() {}

    @Signature
    static double cbrt(@Parameter(name = "number", description = "any number") double number) {
        return Math.cbrt(number);
    }
}
