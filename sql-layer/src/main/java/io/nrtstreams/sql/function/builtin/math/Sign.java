package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "SIGN",
        category = "MATH",
        description = "Whether a number is negative, zero or positive, as -1, 0 or 1.",
        examples = "SIGN(-2.5) -> -1")
final class Sign {

    private static final String NUMBER = "number";

    private Sign() {}

    @Signature
    static int sign(@Parameter(name = NUMBER) int number) {
        return Integer.signum(number);
    }

    @Signature
    static int sign(@Parameter(name = NUMBER) long number) {
        return Long.signum(number);
    }

    @Signature
    static @Nullable Integer sign(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null ? null : number.signum();
    }

    @Signature(description = "0 for NaN")
    static int sign(@Parameter(name = NUMBER) double number) {
        return (int) Math.signum(number);
    }
}
