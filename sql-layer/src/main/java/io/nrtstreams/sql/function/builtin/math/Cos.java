package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(name = "COS", category = "MATH", description = "The cosine of an angle.", examples = "COS(0) -> 1.0")
final class Cos {

    private Cos() {}

    @Signature
    static double cos(@Parameter(name = "angle", description = "in radians") double angle) {
        return Math.cos(angle);
    }
}
