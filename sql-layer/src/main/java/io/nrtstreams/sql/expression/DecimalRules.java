package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.conversion.NumberText;
import io.nrtstreams.sql.conversion.Widening;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;

/** The operators of decimals. The types of results follow the rules of SQL Server, capped at 38 digits. */
final class DecimalRules {

    /** The least number of digits after the point of a quotient. */
    private static final int QUOTIENT_SCALE = 6;

    private DecimalRules() {}

    static Decimal resultType(ArithmeticOperator operator, SqlType left, SqlType right) {
        Decimal one = Widening.asDecimal(left);
        Decimal other = Widening.asDecimal(right);
        int scale = Math.max(one.scale(), other.scale());
        int oneWhole = one.precision() - one.scale();
        int otherWhole = other.precision() - other.scale();
        return switch (operator) {
            case ADD, SUBTRACT -> capped(Math.max(oneWhole, otherWhole) + scale + 1, scale);
            case MULTIPLY -> capped(one.precision() + other.precision() + 1, one.scale() + other.scale());
            case DIVIDE -> {
                int quotientScale = Math.max(QUOTIENT_SCALE, one.scale() + other.precision() + 1);
                yield capped(oneWhole + other.scale() + quotientScale, quotientScale);
            }
            case MODULO -> capped(Math.min(oneWhole, otherWhole) + scale, scale);
        };
    }

    private static Decimal capped(int precision, int scale) {
        int digits = Math.max(1, Math.min(Decimal.MAX_PRECISION, precision));
        return new Decimal(digits, Math.min(scale, digits));
    }

    static BinaryOperator<Object> operator(ArithmeticOperator operator, Decimal type) {
        return switch (operator) {
            case ADD -> (left, right) -> NumberText.fit(decimal(left).add(decimal(right)), type);
            case SUBTRACT -> (left, right) -> NumberText.fit(decimal(left).subtract(decimal(right)), type);
            case MULTIPLY -> (left, right) -> NumberText.fit(decimal(left).multiply(decimal(right)), type);
            case DIVIDE ->
                (left, right) ->
                        NumberText.fit(decimal(left).divide(decimal(right), type.scale(), RoundingMode.HALF_UP), type);
            case MODULO -> (left, right) -> NumberText.fit(decimal(left).remainder(decimal(right)), type);
        };
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }
}
