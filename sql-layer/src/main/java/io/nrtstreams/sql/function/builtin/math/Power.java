package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "POWER",
        category = "MATH",
        description = "A number raised to a power: Infinity when no DOUBLE is as large.",
        examples = "POWER(2, 10) -> 1024.0")
final class Power {

    private Power() {}

    @Signature
    static double power(
            @Parameter(name = "base", description = "what is raised") double base,
            @Parameter(name = "exponent", description = "the power") double exponent) {
        return Math.pow(base, exponent);
    }
}
