package io.nrtstreams.connect.mock.replay;

import java.math.BigDecimal;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/**
 * Exact decimal numbers.
 *
 * @param precision the most digits, 1 to 38
 * @param scale the digits behind the point, 0 to {@code precision}
 */
record DecimalType(int precision, int scale) implements ColumnType.OfText {
    static final int MOST_DIGITS = 38;

    /** The parameter by which other connectors tell the precision, which Connect's own type does not have. */
    private static final String PRECISION = "connect.decimal.precision";

    DecimalType {
        if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("expected decimal(digits,digits behind the point) with at most "
                    + MOST_DIGITS + " digits, e.g. decimal(10,2)");
        }
    }

    @Override
    public Schema schema() {
        return Decimal.builder(scale)
                .parameter(PRECISION, Integer.toString(precision))
                .optional()
                .build();
    }

    @Override
    public String label() {
        return "decimal(" + precision + "," + scale + ")";
    }

    @Override
    public Object value(String text, TimeTexts times) {
        BigDecimal number = new BigDecimal(text.strip());
        // Before the scale is set, which would write out the zeros of 1e999999999.
        if (number.precision() - number.scale() > precision - scale && number.signum() != 0) {
            throw new NumberFormatException("too many digits");
        }
        try {
            return number.signum() == 0 ? BigDecimal.valueOf(0, scale) : number.setScale(scale);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too many digits behind the point", e);
        }
    }
}
