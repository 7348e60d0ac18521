package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "CEIL",
        category = "MATH",
        description = "The smallest whole number that is not below a number, in the type of the number.",
        examples = "CEIL(1.2) -> 2.0")
final class Ceil {

    private static final String NUMBER = "number";

    private Ceil() {}

    @Signature
    static int ceil(@Parameter(name = NUMBER) int number) {
        return number;
    }

    @Signature
    static long ceil(@Parameter(name = NUMBER) long number) {
        return number;
    }

    @Signature(returnsBy = "sameType")
    static @Nullable BigDecimal ceil(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null
                ? null
                : number.setScale(0, RoundingMode.CEILING).setScale(number.scale(), RoundingMode.UNNECESSARY);
    }

    @Signature
    static double ceil(@Parameter(name = NUMBER) double number) {
        return Math.ceil(number);
    }

    static SqlType sameType(List<SqlType> arguments) {
        return arguments.get(0);
    }
}
