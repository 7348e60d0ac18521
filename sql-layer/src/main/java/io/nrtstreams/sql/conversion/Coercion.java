package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Conversions that happen by themselves. */
public final class Coercion {

    private Coercion() {}

    /** The conversion of a number to a wider one. */
    public static Conversion implicit(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return Conversion.NONE;
        }
        return switch (to.base()) {
            case BIGINT -> value -> ((Number) value).longValue();
            case DOUBLE -> value -> ((Number) value).doubleValue();
            case DECIMAL -> {
                int scale = ((SqlType.Decimal) to).scale();
                yield from.base() == SqlType.Base.DECIMAL
                        ? value -> ((BigDecimal) value).setScale(scale, RoundingMode.HALF_UP)
                        : value -> BigDecimal.valueOf(((Number) value).longValue())
                                .setScale(scale, RoundingMode.UNNECESSARY);
            }
            default -> Conversion.NONE;
        };
    }
}
