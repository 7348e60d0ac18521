package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbers beyond bounds to the nearest one within that their Java type holds, so that {@link Range} with the same
 * bounds accepts it: a whole number stays one, exactly, and nothing wraps. It refuses NaN, what is no number, and a
 * number beyond the bounds whose type has none within.
 */
final class Clamp implements Pure {
    /** More digits behind the point than any sensible decimal has; a hostile scale would cost memory. */
    private static final int LARGEST_SCALE = 400;

    private final Bounds bounds;
    private final int column;
    private final Decimals decimals;
    private final Wholes wholes;

    private Clamp(Bounds bounds, int column, Decimals decimals) {
        this.bounds = bounds;
        this.column = column;
        this.decimals = decimals;
        this.wholes = decimals.wholes();
    }

    /**
     * Reads {@code a..b}, {@code a..} or {@code ..b}.
     *
     * @throws TextMistake if it is something else, or empty
     */
    static Clamp parse(Token token) {
        Bounds bounds = Bounds.ofNumbers(token);
        return new Clamp(bounds, token.column(), new Decimals(bounds.exactLeast(), bounds.exactMost()));
    }

    @Override
    public Object apply(Object value) {
        if (value instanceof Double given) {
            return clamped(given);
        } else if (value instanceof Float given) {
            return clamped(given);
        } else if (value instanceof BigDecimal given) {
            return clamped(given);
        } else if (value instanceof Number number) {
            ScalarType type = wholeTypeOf(number);
            return type == null ? Unfit.VALUE : clamped(number, type);
        }
        return Unfit.KIND;
    }

    private Object clamped(Double given) {
        if (bounds.least() != null && given < bounds.least()) {
            return bounds.least();
        } else if (bounds.most() != null && given > bounds.most()) {
            return bounds.most();
        }
        return given.isNaN() ? Unfit.VALUE : given;
    }

    private Object clamped(Float given) {
        Object nearest = clamped(given.doubleValue());
        if (!(nearest instanceof Double bound) || bound == given.doubleValue()) {
            return nearest instanceof Unfit ? nearest : given;
        }
        float rounded = bound.floatValue();
        boolean fromBelow = bound > given;
        if (fromBelow ? rounded < bound : rounded > bound) {
            rounded = fromBelow ? Math.nextUp(rounded) : Math.nextDown(rounded);
        }
        return Float.isFinite(rounded) && bounds.hold(rounded) ? (Object) rounded : Unfit.VALUE;
    }

    private Object clamped(Number given, ScalarType type) {
        long whole = given.longValue();
        if (whole >= wholes.least && whole <= wholes.most) {
            return given;
        }
        return wholes.none() ? Unfit.VALUE : type.convert(whole < wholes.least ? wholes.least : wholes.most);
    }

    private Object clamped(BigDecimal given) {
        BigDecimal bound = decimals.passedBy(given);
        if (bound == null) {
            return given;
        } else if (Math.abs((long) given.scale()) > LARGEST_SCALE) {
            return Unfit.VALUE;
        }
        boolean fromBelow = bound.compareTo(given) > 0;
        BigDecimal rounded = bound.setScale(given.scale(), fromBelow ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return decimals.passedBy(rounded) == null ? rounded : Unfit.VALUE;
    }

    private static @Nullable ScalarType wholeTypeOf(Number number) {
        if (number instanceof Long) {
            return ScalarType.INT64;
        } else if (number instanceof Integer) {
            return ScalarType.INT32;
        } else if (number instanceof Short) {
            return ScalarType.INT16;
        }
        return number instanceof Byte ? ScalarType.INT8 : null;
    }

    @Override
    public Operation boundTo(ScalarType type) {
        boolean senseless = switch (type) {
            case INT8, INT16, INT32, INT64 -> wholes.areBeyond(type);
            default -> false;
        };
        if (senseless) {
            throw new TextMistake(
                    column,
                    "expected bounds that hold " + type.expected() + ", since the field is " + type.label() + " here");
        }
        return this;
    }

    @Override
    public String expected() {
        return "a number, and of a type that has one " + bounds.shown();
    }

    /** The bounds as decimals; null where a side is open. */
    private record Decimals(
            @Nullable BigDecimal least, @Nullable BigDecimal most) {
        /** The bound that a value lies beyond; null where it lies within. */
        @Nullable BigDecimal passedBy(BigDecimal value) {
            if (least != null && value.compareTo(least) < 0) {
                return least;
            }
            return most != null && value.compareTo(most) > 0 ? most : null;
        }

        /** The whole numbers within. */
        Wholes wholes() {
            BigDecimal from = least == null ? Wholes.LEAST : least.setScale(0, RoundingMode.CEILING);
            BigDecimal to = most == null ? Wholes.MOST : most.setScale(0, RoundingMode.FLOOR);
            boolean none = from.compareTo(to) > 0 || from.compareTo(Wholes.MOST) > 0 || to.compareTo(Wholes.LEAST) < 0;
            return none
                    ? new Wholes(Long.MAX_VALUE, Long.MIN_VALUE)
                    : new Wholes(
                            from.max(Wholes.LEAST).longValueExact(),
                            to.min(Wholes.MOST).longValueExact());
        }
    }

    /** An interval of whole numbers; without any where the least is beyond the most. */
    private record Wholes(long least, long most) {
        private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
        private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

        boolean none() {
            return least > most;
        }

        boolean areBeyond(ScalarType type) {
            boolean above = least > 0 && type.convert(least) == Unfit.VALUE;
            boolean below = most < 0 && type.convert(most) == Unfit.VALUE;
            return none() || above || below;
        }
    }
}
