package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "LEAST",
        category = "MATH",
        description = "The smallest of values of one type; nulls are left out.",
        examples = "LEAST(2, NULL, 3) -> 2")
final class Least {

    private static final String FIRST = "first";
    private static final String OTHERS = "others";

    private Least() {}

    @Signature
    static @Nullable Integer least(
            @Parameter(name = FIRST) @Nullable Integer first, @Parameter(name = OTHERS) @Nullable Integer... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable Long least(
            @Parameter(name = FIRST) @Nullable Long first, @Parameter(name = OTHERS) @Nullable Long... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable Double least(
            @Parameter(name = FIRST) @Nullable Double first, @Parameter(name = OTHERS) @Nullable Double... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable String least(
            @Parameter(name = FIRST) @Nullable String first, @Parameter(name = OTHERS) @Nullable String... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable ByteBuffer least(
            @Parameter(name = FIRST) @Nullable ByteBuffer first,
            @Parameter(name = OTHERS) @Nullable ByteBuffer... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable LocalDate least(
            @Parameter(name = FIRST) @Nullable LocalDate first,
            @Parameter(name = OTHERS) @Nullable LocalDate... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable LocalTime least(
            @Parameter(name = FIRST) @Nullable LocalTime first,
            @Parameter(name = OTHERS) @Nullable LocalTime... others) {
        return best(first, others);
    }

    @Signature
    static @Nullable Instant least(
            @Parameter(name = FIRST) @Nullable Instant first, @Parameter(name = OTHERS) @Nullable Instant... others) {
        return best(first, others);
    }

    @Signature(description = "a decimal that holds every digit of all", returnsBy = "widest")
    static @Nullable BigDecimal least(
            CallTypes types,
            @Parameter(name = FIRST) @Nullable BigDecimal first,
            @Parameter(name = OTHERS) @Nullable BigDecimal... others) {
        BigDecimal best = best(first, others);
        return best == null
                ? null
                : best.setScale(((SqlType.Decimal) types.result()).scale(), RoundingMode.UNNECESSARY);
    }

    static SqlType widest(List<SqlType> arguments) {
        return Decimals.widest(arguments);
    }

    private static <T extends Comparable<? super T>> @Nullable T best(@Nullable T first, @Nullable T[] others) {
        T best = first;
        for (T other : others) {
            if (other != null && (best == null || other.compareTo(best) < 0)) {
                best = other;
            }
        }
        return best;
    }
}
