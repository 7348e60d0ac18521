package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "ATAN2",
        category = "MATH",
        description = "The angle in radians, from -pi to pi, between the x axis and the line to a point.",
        examples = "ATAN2(1, 0) -> 1.5707963267948966")
final class Atan2 {

    private Atan2() {}

    @Signature
    static double atan2(
            @Parameter(name = "y", description = "the height of the point") double y,
            @Parameter(name = "x", description = "how far right the point is") double x) {
        return Math.atan2(y, x);
    }
}
