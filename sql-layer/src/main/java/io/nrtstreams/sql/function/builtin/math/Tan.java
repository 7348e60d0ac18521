package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "TAN", category = "MATH", description = "The tangent of an angle.", examples = "TAN(0) -> 0.0")
final class Tan {

    private Tan() {}

    @Signature
    static double tan(@Parameter(name = "angle", description = "in radians") double angle) {
        return Math.tan(angle);
    }
}
