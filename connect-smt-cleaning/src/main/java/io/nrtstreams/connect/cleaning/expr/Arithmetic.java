package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * The operators of arithmetic. Whole numbers stay whole where they can; a quotient, and what a long does not hold, is a
 * double, as is everything about decimals. Division by zero is unknown.
 */
enum Arithmetic {
    PLUS,
    MINUS,
    TIMES,
    BY,
    MODULO;

    Node of(Node left, Node right) {
        return record -> compute(left.evaluate(record), right.evaluate(record));
    }

    private @Nullable Object compute(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Unfit || right instanceof Unfit) {
            return Unfit.KIND;
        }
        if (left == null || right == null) {
            return null;
        }
        if (!(left instanceof Number a && right instanceof Number b)) {
            return Unfit.KIND;
        }
        if (this != BY && Comparison.isWhole(a) && Comparison.isWhole(b)) {
            return whole(a.longValue(), b.longValue());
        }
        return fraction(a.doubleValue(), b.doubleValue());
    }

    private @Nullable Object whole(long a, long b) {
        long result = switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            default -> b == 0 ? 0 : a % b;
        };
        if (this == MODULO) {
            return b == 0 ? null : (Object) result;
        }
        boolean overflows = switch (this) {
            case PLUS -> ((a ^ result) & (b ^ result)) < 0;
            case MINUS -> ((a ^ b) & (a ^ result)) < 0;
            default -> Math.multiplyHigh(a, b) != result >> 63;
        };
        return overflows ? fraction((double) a, (double) b) : (Object) result;
    }

    private @Nullable Double fraction(double a, double b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case BY -> b == 0 ? null : Double.valueOf(a / b);
            case MODULO -> b == 0 ? null : Double.valueOf(a % b);
        };
    }
}
