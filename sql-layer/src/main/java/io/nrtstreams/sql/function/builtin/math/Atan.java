package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "ATAN",
        category = "MATH",
        description = "The angle in radians, from -pi/2 to pi/2, whose tangent the number is.",
        examples = "ATAN(1) -> 0.7853981633974483")
final class Atan {

    private Atan() {}

    @Signature
    static double atan(@Parameter(name = "tangent", description = "any number") double tangent) {
        return Math.atan(tangent);
    }
}
