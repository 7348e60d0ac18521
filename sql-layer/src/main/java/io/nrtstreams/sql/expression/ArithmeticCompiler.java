package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ArithmeticOperator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/** Arithmetic. What has a null in it is null. */
final class ArithmeticCompiler {

    private ArithmeticCompiler() {}

    static Compiled binary(Expression.Arithmetic expression, Compiled left, Compiled right) {
        if (left.isNull() && right.isNull()) {
            return Compiled.ofNull();
        }
        SqlType one = left.type().or(right::type).orElseThrow();
        SqlType other = right.type().or(left::type).orElseThrow();
        boolean texts = one.base() == Base.STRING && other.base() == Base.STRING;
        if (texts && expression.operator() == ArithmeticOperator.ADD) {
            return Compiled.of(
                    SqlTypes.STRING, evaluator(left, right, (text, added) -> ((String) text).concat((String) added)));
        }
        if (!one.isNumeric() || !other.isNumeric()) {
            throw new SqlException(
                    expression.position(),
                    left.typeText() + " " + expression.operator().symbol() + " " + right.typeText()
                            + " cannot be computed; convert one side with CAST.");
        }
        return numbers(expression.operator(), left, right, one, other);
    }

    private static Compiled numbers(
            ArithmeticOperator operator, Compiled left, Compiled right, SqlType one, SqlType other) {
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

    private static Evaluator evaluator(Compiled left, Compiled right, BinaryOperator<Object> operator) {
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
