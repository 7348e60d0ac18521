package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "ROUND",
        category = "MATH",
        description = "A number rounded to whole numbers, or to decimal places; halves go up.",
        examples = {"ROUND(2.5) -> 3", "ROUND(-2.5) -> -2", "ROUND(1.25, 1) -> 1.30"})
final class Round {

    private static final String NUMBER = "number";

    private Round() {}

    @Signature
    static int round(@Parameter(name = NUMBER) int number) {
        return number;
    }

    @Signature
    static long round(@Parameter(name = NUMBER) long number) {
        return number;
    }

    @Signature(description = "a BIGINT, its largest or smallest when the number is beyond")
    static long round(@Parameter(name = NUMBER) double number) {
        return Math.round(number);
    }

    @Signature(returnsBy = "whole")
    static @Nullable BigDecimal round(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null ? null : number.setScale(0, Decimals.halfUp(number.signum()));
    }

    @Signature
    static double round(
            @Parameter(name = NUMBER) double number,
            @Parameter(name = "places", description = "decimal places; negative for places before the point")
                    int places) {
        if (!Double.isFinite(number)) {
            return number;
        }
        // Of the shortest decimal that is this double, so that 1.005 is rounded as it is written.
        BigDecimal exact = BigDecimal.valueOf(number);
        return Decimals.toPlaces(exact, places, Decimals.halfUp(exact.signum())).doubleValue();
    }

    @Signature(description = "a decimal of the same type", returnsBy = "sameType")
    static @Nullable BigDecimal round(
            @Parameter(name = NUMBER) @Nullable BigDecimal number,
            @Parameter(name = "places", description = "decimal places; negative for places before the point") @Nullable Integer places) {
        return number == null || places == null
                ? null
                : Decimals.toPlaces(number, places, Decimals.halfUp(number.signum()));
    }

    static SqlType whole(List<SqlType> arguments) {
        return Decimals.whole(arguments.get(0));
    }

    static SqlType sameType(List<SqlType> arguments) {
        return arguments.get(0);
    }
}
