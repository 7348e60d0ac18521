package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "ASIN",
        category = "MATH",
        description = "The angle in radians, from -pi/2 to pi/2, whose sine the number is; NaN outside -1 to 1.",
        examples = "ASIN(1) -> 1.5707963267948966")
final class Asin {

    private Asin() {}

    @Signature
    static double asin(@Parameter(name = "sine", description = "from -1 to 1") double sine) {
        return Math.asin(sine);
    }
}
