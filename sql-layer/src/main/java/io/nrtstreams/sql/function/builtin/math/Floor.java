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
        name = "FLOOR",
        category = "MATH",
        description = "The largest whole number that is not above a number, in the type of the number.",
        examples = "FLOOR(-1.2) -> -2.0")
final class Floor {

    private static final String NUMBER = "number";

    private Floor() {}

    @Signature
    static int floor(@Parameter(name = NUMBER) int number) {
        return number;
    }

    @Signature
    static long floor(@Parameter(name = NUMBER) long number) {
        return number;
    }

    @Signature(returnsBy = "sameType")
    static @Nullable BigDecimal floor(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null
                ? null
                : number.setScale(0, RoundingMode.FLOOR).setScale(number.scale(), RoundingMode.UNNECESSARY);
    }

    @Signature
    static double floor(@Parameter(name = NUMBER) double number) {
        return Math.floor(number);
    }

    static SqlType sameType(List<SqlType> arguments) {
        return arguments.get(0);
    }
}
