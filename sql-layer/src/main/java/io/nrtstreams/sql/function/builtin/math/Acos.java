package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "ACOS",
        category = "MATH",
        description = "The angle in radians, from 0 to pi, whose cosine the number is; NaN outside -1 to 1.",
        examples = "ACOS(1) -> 0.0")
final class Acos {

    private Acos() {}

    @Signature
    static double acos(@Parameter(name = "cosine", description = "from -1 to 1") double cosine) {
        return Math.acos(cosine);
    }
}
