package io.nrtstreams.sql.function.builtin.math;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Decimals cut to fewer places. */
final class Decimals {

    private Decimals() {}

    /** The type of a decimal without its fraction; of one digit at least. */
    static SqlType whole(SqlType type) {
        SqlType.Decimal decimal = (SqlType.Decimal) type;
        return new SqlType.Decimal(Math.max(1, decimal.precision() - decimal.scale()), 0);
    }

    /**
     * The type that holds every digit of all decimals.
     *
     * @throws SqlException when it would need more digits than a decimal has
     */
    static SqlType widest(List<SqlType> types) {
        int scale = 0;
        int whole = 0;
        for (SqlType type : types) {
            SqlType.Decimal decimal = (SqlType.Decimal) type;
            scale = Math.max(scale, decimal.scale());
            whole = Math.max(whole, decimal.precision() - decimal.scale());
        }
        if (whole + scale > SqlType.Decimal.MAX_PRECISION) {
            throw new SqlException(
                    "These decimals have no common type: it would need " + whole + " digits before the point and "
                            + scale + " after it, and a DECIMAL has " + SqlType.Decimal.MAX_PRECISION
                            + " in all. CAST them to one type.");
        }
        return new SqlType.Decimal(whole + scale, scale);
    }

    /** A number with zeros after so many places, or before the point for negative places; its scale stays. */
    static BigDecimal toPlaces(BigDecimal number, int places, RoundingMode mode) {
        if (places >= number.scale()) {
            return number;
        }
        // So many digits left of the point that nothing is left of the number; its zeros need not be computed.
        if (places < number.scale() - number.precision() - 1) {
            return BigDecimal.ZERO.setScale(number.scale());
        }
        return number.setScale(places, mode).setScale(number.scale(), RoundingMode.UNNECESSARY);
    }

    /** Halves go up: towards positive infinity. */
    static RoundingMode halfUp(int sign) {
        return sign < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
    }
}
