package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "DEGREES",
        category = "MATH",
        description = "An angle in radians as degrees.",
        examples = "DEGREES(PI()) -> 180.0")
final class Degrees {

    private Degrees() {}

    @Signature
    static double degrees(@Parameter(name = "angle", description = "in radians") double angle) {
        return Math.toDegrees(angle);
    }
}
