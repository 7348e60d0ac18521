package io.nrtstreams.connect.s3.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/**
 * A decimal of fixed scale and greatest number of digits. Connect's decimals have a scale only; where the schema has no
 * parameter {@code connect.decimal.precision} they have 38 digits, the most that Spark, Hive, Athena and Iceberg read.
 *
 * @param precision most digits, at least 1
 * @param scale digits after the point, at least 0 and at most {@code precision}
 */
public record DecimalType(int precision, int scale) {
    private static final String PRECISION = "connect.decimal.precision";
    private static final int USUAL_PRECISION = 38;
    private static final int MOST_DIGITS = 1000;

    /** The type that a schema of {@link Kind#DECIMAL} describes; a negative scale is taken as 0. */
    public static DecimalType of(Schema schema) {
        int scale = Math.max(0, number(schema, Decimal.SCALE_FIELD, 0));
        int precision = Math.max(1, number(schema, PRECISION, USUAL_PRECISION));
        if (Math.max(precision, scale) > MOST_DIGITS) {
            throw new Misfit("its schema is of a decimal of over " + MOST_DIGITS + " digits");
        }
        return new DecimalType(Math.max(precision, scale), scale);
    }

    private static int number(Schema schema, String parameter, int otherwise) {
        String text = schema.parameters() == null ? null : schema.parameters().get(parameter);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Misfit("the parameter " + parameter + " of its schema is no number");
        }
    }

    /**
     * The digits of a value at this scale.
     *
     * @throws Misfit if it has more digits before or after the point than the type
     */
    public BigInteger unscaled(BigDecimal value) {
        BigDecimal scaled = value.scale() == scale ? value : rescaled(value);
        if (scaled.precision() > precision) {
            throw tooLong();
        }
        return scaled.unscaledValue();
    }

    private BigDecimal rescaled(BigDecimal value) {
        // Beyond this a value would be inflated to millions of digits before it is found too long.
        if (value.precision() - (long) value.scale() > precision && value.signum() != 0) {
            throw tooLong();
        }
        try {
            return value.setScale(scale);
        } catch (ArithmeticException e) {
            throw new Misfit("it has more digits after the point than the scale " + scale + " of its schema");
        }
    }

    private Misfit tooLong() {
        return new Misfit("it has more digits than the " + precision
                + " of the stored decimal; set the schema's parameter " + PRECISION);
    }
}
