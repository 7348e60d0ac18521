package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions. Each is unknown where an argument is, but for COALESCE. */
enum Function {
    ABS(1, 1) {
        @Override
        Object call(Object[] arguments) {
            if (!(arguments[0] instanceof Number number)) {
                return Unfit.KIND;
            }
            boolean whole = Comparison.isWhole(number) && number.longValue() != Long.MIN_VALUE;
            return whole ? (Object) Math.abs(number.longValue()) : Math.abs(number.doubleValue());
        }
    },
    ROUND(1, 2) {
        @Override
        Object call(Object[] arguments) {
            boolean digitsAreWhole =
                    arguments.length == 1 || (arguments[1] instanceof Number digits && Comparison.isWhole(digits));
            if (!(arguments[0] instanceof Number number) || !digitsAreWhole) {
                return Unfit.KIND;
            }
            double value = number.doubleValue();
            long digits = arguments.length == 1 ? 0 : ((Number) arguments[1]).longValue();
            // Beyond these, rounding changes nothing or leaves nothing.
            boolean roundable = Double.isFinite(value) && Math.abs(digits) <= 30;
            return roundable
                    ? BigDecimal.valueOf(value)
                            .setScale((int) digits, RoundingMode.HALF_UP)
                            .doubleValue()
                    : value;
        }
    },
    LEAST(1, 100) {
        @Override
        Object call(Object[] arguments) {
            return extreme(arguments, -1);
        }
    },
    GREATEST(1, 100) {
        @Override
        Object call(Object[] arguments) {
            return extreme(arguments, 1);
        }
    },
    LENGTH(1, 1) {
        @Override
        Object call(Object[] arguments) {
            return arguments[0] instanceof String text
                    ? (Object) (long) text.codePointCount(0, text.length())
                    : Unfit.KIND;
        }
    },
    LOWER(1, 1) {
        @Override
        Object call(Object[] arguments) {
            return arguments[0] instanceof String text ? text.toLowerCase(Locale.ROOT) : Unfit.KIND;
        }
    },
    UPPER(1, 1) {
        @Override
        Object call(Object[] arguments) {
            return arguments[0] instanceof String text ? text.toUpperCase(Locale.ROOT) : Unfit.KIND;
        }
    },
    TRIM(1, 1) {
        @Override
        Object call(Object[] arguments) {
            return arguments[0] instanceof String text ? text.strip() : Unfit.KIND;
        }
    },
    COALESCE(1, 100) {
        @Override
        Object call(Object[] arguments) {
            throw new IllegalStateException("takes its arguments one by one");
        }

        @Override
        Node of(List<Node> arguments) {
            Node[] nodes = arguments.toArray(new Node[0]);
            return record -> {
                for (Node node : nodes) {
                    Object value = node.evaluate(record);
                    if (value != null) {
                        return value;
                    }
                }
                return null;
            };
        }
    };

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** What it makes of arguments that are all there. */
    abstract Object call(Object[] arguments);

    /** How many arguments it takes, in words; null where so many are right. */
    @Nullable String wrongCount(int count) {
        if (count >= fewest && count <= most) {
            return null;
        }
        return fewest == most
                ? fewest + (fewest == 1 ? " argument" : " arguments")
                : fewest + " to " + most + " arguments";
    }

    Node of(List<Node> arguments) {
        Node[] nodes = arguments.toArray(new Node[0]);
        return record -> {
            Object[] values = new Object[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                values[i] = nodes[i].evaluate(record);
                if (values[i] == null || values[i] instanceof Unfit) {
                    return values[i];
                }
            }
            return call(values);
        };
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    private static Object extreme(Object[] arguments, int wanted) {
        Object found = arguments[0];
        for (Object argument : arguments) {
            int order = Comparison.order(argument, found);
            if (order == Comparison.SENSELESS) {
                return Unfit.KIND;
            }
            found = order == wanted ? argument : found;
        }
        return found;
    }
}
