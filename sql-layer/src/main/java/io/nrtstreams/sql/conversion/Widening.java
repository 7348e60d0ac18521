package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlType.Decimal;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Optional;

/** Which numbers become which by themselves: INTEGER, BIGINT, DECIMAL, DOUBLE, each to those after it. */
public final class Widening {

    private static final Decimal INTEGER_AS_DECIMAL = new Decimal(10, 0);
    private static final Decimal BIGINT_AS_DECIMAL = new Decimal(19, 0);

    private Widening() {}

    /** The decimal type that holds all values of a numeric type that is not DOUBLE. */
    public static Decimal asDecimal(SqlType type) {
        return switch (type.base()) {
            case INTEGER -> INTEGER_AS_DECIMAL;
            case BIGINT -> BIGINT_AS_DECIMAL;
            case DECIMAL -> (Decimal) type;
            default -> throw new IllegalArgumentException(type + " is no exact number");
        };
    }

    /** How far up the widening a numeric type is. */
    public static int rank(Base base) {
        return switch (base) {
            case INTEGER -> 0;
            case BIGINT -> 1;
            case DECIMAL -> 2;
            case DOUBLE -> 3;
            default -> throw new IllegalArgumentException(base + " is not numeric");
        };
    }

    /** Whether each value of {@code from} is also one of {@code to}, as far as doubles can hold it. */
    public static boolean widens(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (!from.isNumeric() || !to.isNumeric() || rank(from.base()) > rank(to.base())) {
            return false;
        }
        return !(to instanceof Decimal wide) || holds(wide, asDecimal(from));
    }

    private static boolean holds(Decimal wide, Decimal narrow) {
        return wide.scale() >= narrow.scale() && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
    }

    /** The narrowest numeric type that both widen to; empty when one is not numeric. */
    public static Optional<SqlType> common(SqlType left, SqlType right) {
        if (left.equals(right)) {
            return Optional.of(left);
        }
        if (!left.isNumeric() || !right.isNumeric()) {
            return Optional.empty();
        }
        if (left.base() == Base.DOUBLE || right.base() == Base.DOUBLE) {
            return Optional.of(SqlTypes.DOUBLE);
        }
        if (left.base() != Base.DECIMAL && right.base() != Base.DECIMAL) {
            return Optional.of(SqlTypes.BIGINT);
        }
        Decimal one = asDecimal(left);
        Decimal other = asDecimal(right);
        int scale = Math.max(one.scale(), other.scale());
        int whole = Math.max(one.precision() - one.scale(), other.precision() - other.scale());
        int precision = Math.min(Decimal.MAX_PRECISION, whole + scale);
        return Optional.of(new Decimal(precision, Math.min(scale, precision)));
    }
}
