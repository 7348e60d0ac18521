package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(name = "ABS", category = "MATH", description = "A number without its sign.", examples = "ABS(-3) -> 3")
final class Abs {

    private static final String NUMBER = "number";

    private Abs() {}

    @Signature
    static int abs(@Parameter(name = NUMBER) int number) {
        return Math.abs(number);
    }

    @Signature
    static long abs(@Parameter(name = NUMBER) long number) {
        return Math.abs(number);
    }

    @Signature(returnsBy = "sameType")
    static @Nullable BigDecimal abs(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null ? null : number.abs();
    }

    @Signature
    static double abs(@Parameter(name = NUMBER) double number) {
        return Math.abs(number);
    }

    static SqlType sameType(List<SqlType> arguments) {
        return arguments.get(0);
    }
}
