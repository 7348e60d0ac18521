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
        name = "TRUNC",
        category = "MATH",
        description = "A number cut to whole numbers, or to decimal places, towards zero.",
        examples = {"TRUNC(2.7) -> 2", "TRUNC(1.29, 1) -> 1.20"})
final class Trunc {

    private static final String NUMBER = "number";

    private Trunc() {}

    @Signature
    static int trunc(@Parameter(name = NUMBER) int number) {
        return number;
    }

    @Signature
    static long trunc(@Parameter(name = NUMBER) long number) {
        return number;
    }

    @Signature(description = "a BIGINT, its largest or smallest when the number is beyond")
    static long trunc(@Parameter(name = NUMBER) double number) {
        return (long) number;
    }

    @Signature(returnsBy = "whole")
    static @Nullable BigDecimal trunc(@Parameter(name = NUMBER) @Nullable BigDecimal number) {
        return number == null ? null : number.setScale(0, RoundingMode.DOWN);
    }

    @Signature
    static double trunc(
            @Parameter(name = NUMBER) double number,
            @Parameter(name = "places", description = "decimal places; negative for places before the point")
                    int places) {
        return Double.isFinite(number)
                ? Decimals.toPlaces(BigDecimal.valueOf(number), places, RoundingMode.DOWN)
                        .doubleValue()
                : number;
    }

    @Signature(description = "a decimal of the same type", returnsBy = "sameType")
    static @Nullable BigDecimal trunc(
            @Parameter(name = NUMBER) @Nullable BigDecimal number,
            @Parameter(name = "places", description = "decimal places; negative for places before the point") @Nullable Integer places) {
        return number == null || places == null ? null : Decimals.toPlaces(number, places, RoundingMode.DOWN);
    }

    static SqlType whole(List<SqlType> arguments) {
        return Decimals.whole(arguments.get(0));
    }

    static SqlType sameType(List<SqlType> arguments) {
        return arguments.get(0);
    }
}
