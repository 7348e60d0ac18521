package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "COT",
        category = "MATH",
        description = "The cotangent of an angle: Infinity of the sign of a zero at 0.",
        examples = "COT(0) -> Infinity")
final class Cot {

    private Cot() {}

    @Signature
    static double cot(@Parameter(name = "angle", description = "in radians") double angle) {
        return 1 / Math.tan(angle);
    }
}
