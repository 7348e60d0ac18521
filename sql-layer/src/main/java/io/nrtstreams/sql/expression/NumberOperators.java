package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import java.util.function.BinaryOperator;

/** The operators of numbers as Java has them: integers wrap and cannot be divided by zero, doubles can. */
final class NumberOperators {

    private NumberOperators() {}

    static BinaryOperator<Object> ofIntegers(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> (left, right) -> (Integer) left + (Integer) right;
            case SUBTRACT -> (left, right) -> (Integer) left - (Integer) right;
            case MULTIPLY -> (left, right) -> (Integer) left * (Integer) right;
            case DIVIDE -> (left, right) -> (Integer) left / (Integer) right;
            case MODULO -> (left, right) -> (Integer) left % (Integer) right;
        };
    }

    /** Of BIGINT, and INTEGER with it. */
    static BinaryOperator<Object> ofBigints(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> (left, right) -> bigint(left) + bigint(right);
            case SUBTRACT -> (left, right) -> bigint(left) - bigint(right);
            case MULTIPLY -> (left, right) -> bigint(left) * bigint(right);
            case DIVIDE -> (left, right) -> bigint(left) / bigint(right);
            case MODULO -> (left, right) -> bigint(left) % bigint(right);
        };
    }

    /** Of DOUBLE, and any number with it. */
    static BinaryOperator<Object> ofDoubles(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> (left, right) -> number(left) + number(right);
            case SUBTRACT -> (left, right) -> number(left) - number(right);
            case MULTIPLY -> (left, right) -> number(left) * number(right);
            case DIVIDE -> (left, right) -> number(left) / number(right);
            case MODULO -> (left, right) -> number(left) % number(right);
        };
    }

    private static long bigint(Object value) {
        return ((Number) value).longValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
