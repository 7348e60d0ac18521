package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "SIN", category = "MATH", description = "The sine of an angle.", examples = "SIN(0) -> 0.0")
final class Sin {

    private Sin() {}

    @Signature
    static double sin(@Parameter(name = "angle", description = "in radians") double angle) {
        return Math.sin(angle);
    }
}
