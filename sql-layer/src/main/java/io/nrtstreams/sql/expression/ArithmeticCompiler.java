package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/**
 * Arithmetic. What has a null in it is null; in a lambda it fails, and with it the whole expression that calls the lambda, as
 * ksqlDB's generated code does: a null there is an element that the lambda was not written for.
 */
final class ArithmeticCompiler {

    private final boolean inLambda;

    ArithmeticCompiler(Variables variables) {
        this.inLambda = variables.count() > 0;
    }

    Compiled binary(Expression.Arithmetic expression, Compiled left, Compiled right) {
        if (left.isNull() || right.isNull()) {
            throw new SqlException(
                    expression.position(),
                    "NULL has no type to compute with, and the result would always be NULL; write CAST(NULL AS …).");
        }
        SqlType one = left.type().orElseThrow();
        SqlType other = right.type().orElseThrow();
        boolean texts = one.base() == Base.STRING && other.base() == Base.STRING;
        if (texts && expression.operator() == ArithmeticOperator.ADD) {
            return Compiled.of(
                    SqlTypes.STRING, nullable(left, right, (text, added) -> ((String) text).concat((String) added)));
        }
        if (!one.isNumeric() || !other.isNumeric()) {
            throw new SqlException(
                    expression.position(),
                    left.typeText() + " " + expression.operator().symbol() + " " + right.typeText()
                            + " cannot be computed; convert one side with CAST.");
        }
        return numbers(expression.operator(), left, right, one, other);
    }

    private Compiled numbers(ArithmeticOperator operator, Compiled left, Compiled right, SqlType one, SqlType other) {
        if (one.base() == Base.DOUBLE || other.base() == Base.DOUBLE) {
            return Compiled.of(SqlTypes.DOUBLE, evaluator(left, right, NumberOperators.ofDoubles(operator)));
        } else if (one.base() == Base.DECIMAL || other.base() == Base.DECIMAL) {
            SqlType.Decimal type = DecimalRules.resultType(operator, one, other);
            return Compiled.of(type, evaluator(left, right, DecimalRules.operator(operator, type)));
        } else if (one.base() == Base.BIGINT || other.base() == Base.BIGINT) {
            return Compiled.of(SqlTypes.BIGINT, evaluator(left, right, NumberOperators.ofBigints(operator)));
        }
        return Compiled.of(SqlTypes.INTEGER, evaluator(left, right, NumberOperators.ofIntegers(operator)));
    }

    private Evaluator evaluator(Compiled left, Compiled right, BinaryOperator<Object> operator) {
        return inLambda ? strict(left, right, operator) : nullable(left, right, operator);
    }

    private static Evaluator strict(Compiled left, Compiled right, BinaryOperator<Object> operator) {
        Evaluator first = left.evaluator();
        Evaluator second = right.evaluator();
        return (row, frame) -> {
            Object one = first.evaluate(row, frame);
            Object other = second.evaluate(row, frame);
            if (one == null || other == null) {
                throw new ArithmeticException(
                        "a lambda computes with NULL; filter such elements out first, or use IFNULL");
            }
            return operator.apply(one, other);
        };
    }

    private static Evaluator nullable(Compiled left, Compiled right, BinaryOperator<Object> operator) {
        Evaluator first = left.evaluator();
        Evaluator second = right.evaluator();
        return (row, frame) -> {
            Object one = first.evaluate(row, frame);
            if (one == null) {
                return null;
            }
            Object other = second.evaluate(row, frame);
            return other == null ? null : operator.apply(one, other);
        };
    }

    static Compiled negation(Expression.Negation expression, Compiled operand) {
        var constant = Literals.constantOf(expression);
        if (constant.isPresent()) {
            return Literals.constant(constant.get());
        }
        if (operand.isNull()) {
            return operand;
        }
        SqlType type = operand.type().orElseThrow();
        return switch (type.base()) {
            case INTEGER -> Compiled.of(type, operand.evaluator().then(value -> -(Integer) value));
            case BIGINT -> Compiled.of(type, operand.evaluator().then(value -> -(Long) value));
            case DOUBLE -> Compiled.of(type, operand.evaluator().then(value -> -(Double) value));
            case DECIMAL -> Compiled.of(type, operand.evaluator().then(value -> ((BigDecimal) value).negate()));
            default -> throw new SqlException(expression.position(), type + " has no negative; only numbers have.");
        };
    }
}
