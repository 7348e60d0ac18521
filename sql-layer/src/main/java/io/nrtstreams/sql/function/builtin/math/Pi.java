package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "PI",
        category = "MATH",
        description = "The ratio of a circle's circumference to its diameter.",
        examples = "PI() -> 3.141592653589793")
final class Pi {

    private Pi() {}

    @Signature
    static double pi() {
        return Math.PI;
    }
}
