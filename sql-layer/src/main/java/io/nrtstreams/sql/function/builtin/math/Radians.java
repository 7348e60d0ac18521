package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "RADIANS",
        category = "MATH",
        description = "An angle in degrees as radians.",
        examples = "RADIANS(180) -> 3.141592653589793")
final class Radians {

    private Radians() {}

    @Signature
    static double radians(@Parameter(name = "angle", description = "in degrees") double angle) {
        return Math.toRadians(angle);
    }
}
