package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators that compare two values of one kind: numbers, texts or booleans. */
enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST;

    /** What two values are to each other where neither is the greater, as when one is NaN. */
    private static final int UNORDERED = 2;

    static final int SENSELESS = 3;

    Node of(Node left, Node right) {
        return record -> compare(left.evaluate(record), right.evaluate(record));
    }

    /** Whether a value equals one of a list: {@code value IN (…)}. */
    static Node equalToOneOf(Node value, List<Node> list) {
        Node[] values = list.toArray(new Node[0]);
        return record -> {
            Object wanted = value.evaluate(record);
            Object verdict = false;
            for (int i = 0; i < values.length && !Boolean.TRUE.equals(verdict); i++) {
                verdict = Logic.joined(verdict, EQUAL.compare(wanted, values[i].evaluate(record)), Boolean.TRUE);
            }
            return verdict;
        };
    }

    /** TRUE, FALSE, null where a side is, or an {@link Unfit}. */
    @Nullable Object compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Unfit || right instanceof Unfit) {
            return Unfit.KIND;
        }
        if (left == null || right == null) {
            return null;
        }
        int order = order(left, right);
        boolean asksForOrder = this != EQUAL && this != UNEQUAL;
        if (order == SENSELESS || (asksForOrder && left instanceof Boolean)) {
            return Unfit.KIND;
        }
        return holds(order);
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order == -1;
            case AT_MOST -> order == -1 || order == 0;
            case MORE -> order == 1;
            case AT_LEAST -> order == 1 || order == 0;
        };
    }

    /** -1, 0 or 1, {@link #UNORDERED}, or {@link #SENSELESS} where the kinds differ or have no order. */
    static int order(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return orderOfNumbers(a, b);
        } else if (left instanceof String a && right instanceof String b) {
            return Integer.signum(a.compareTo(b));
        } else if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        return SENSELESS;
    }

    private static int orderOfNumbers(Number left, Number right) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        if (isBig(left) || isBig(right)) {
            boolean finite = Double.isFinite(a) && Double.isFinite(b);
            return finite ? Integer.signum(big(left).compareTo(big(right))) : orderOfDoubles(a, b);
        }
        return orderOfDoubles(a, b);
    }

    private static int orderOfDoubles(double a, double b) {
        if (a < b) {
            return -1;
        } else if (a > b) {
            return 1;
        }
        return a == b ? 0 : UNORDERED;
    }

    static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }

    private static boolean isBig(Number number) {
        return number instanceof BigDecimal || number instanceof BigInteger;
    }

    private static BigDecimal big(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return isWhole(number) ? BigDecimal.valueOf(number.longValue()) : BigDecimal.valueOf(number.doubleValue());
    }
}
