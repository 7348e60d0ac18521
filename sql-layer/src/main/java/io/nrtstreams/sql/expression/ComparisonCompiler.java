package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comparisons. With null they are false, but for those that ask whether values are DISTINCT. */
final class ComparisonCompiler {

    private ComparisonCompiler() {}

    static Compiled compile(Expression.Comparison expression, Compiled left, Compiled right) {
        return compile(expression.position(), expression.operator(), left, right);
    }

    static Compiled compile(Position position, ComparisonOperator operator, Compiled left, Compiled right) {
        if (left.isNull() || right.isNull()) {
            return Compiled.of(SqlTypes.BOOLEAN, evaluator(operator, left, right, Orders.of(Base.STRUCT)));
        }
        Sides sides = Sides.of(position, left, right)
                .orElseThrow(() -> new SqlException(
                        position,
                        left.typeText() + " " + operator.symbol() + " " + right.typeText()
                                + " cannot be compared; convert one side with CAST"));
        if (isOrder(operator) && !isOrdered(sides.type.base())) {
            throw new SqlException(
                    position,
                    sides.type.base() + " has no order: " + operator.symbol()
                            + " cannot compare it, only = and <> can");
        }
        return Compiled.of(
                SqlTypes.BOOLEAN, evaluator(operator, sides.left, sides.right, Orders.of(sides.type.base())));
    }

    /** Both sides as values of one type. */
    private record Sides(Compiled left, Compiled right, SqlType type) {

        static Optional<Sides> of(Position position, Compiled left, Compiled right) {
            if (left.isTime() && right.is(Base.STRING)) {
                return Optional.of(new Sides(left, millis(position, right), SqlTypes.BIGINT));
            } else if (right.isTime() && left.is(Base.STRING)) {
                return Optional.of(new Sides(millis(position, left), right, SqlTypes.BIGINT));
            }
            SqlType one = left.type().orElseThrow();
            SqlType other = right.type().orElseThrow();
            if (one.isNumeric() && other.isNumeric()) {
                return Coercion.common(one, other).map(type -> new Sides(left, right, type));
            }
            return target(one, other)
                    .map(type -> new Sides(converted(position, left, type), converted(position, right, type), type));
        }

        private static Optional<SqlType> target(SqlType one, SqlType other) {
            if (Coercion.conversion(one, other).isPresent()) {
                return Optional.of(other);
            }
            return Coercion.conversion(other, one).isPresent() ? Optional.of(one) : Coercion.common(one, other);
        }

        private static Compiled converted(Position position, Compiled side, SqlType type) {
            SqlType given = side.type().orElseThrow();
            if (given.equals(type)) {
                return side;
            }
            Evaluator evaluator = side.evaluator().then(Coercion.implicit(given, type));
            if (side.evaluator() instanceof Evaluator.Constant constant && !(evaluator instanceof Evaluator.Constant)) {
                throw new SqlException(position, "'" + constant.value() + "' is no " + type);
            }
            return Compiled.of(type, evaluator);
        }

        private static Compiled millis(Position position, Compiled text) {
            Evaluator timestamp = converted(position, text, SqlTypes.TIMESTAMP).evaluator();
            return Compiled.of(SqlTypes.BIGINT, timestamp.then(time -> ((Instant) time).toEpochMilli()));
        }
    }

    private static boolean isOrder(ComparisonOperator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private static boolean isOrdered(Base base) {
        return switch (base) {
            case BOOLEAN, ARRAY, MAP, STRUCT -> false;
            default -> true;
        };
    }

    private static Evaluator evaluator(
            ComparisonOperator operator, Compiled left, Compiled right, Comparator<Object> order) {
        Evaluator first = left.evaluator();
        Evaluator second = right.evaluator();
        if (operator == ComparisonOperator.IS_DISTINCT_FROM) {
            return (row, frame) -> !same(first.evaluate(row, frame), second.evaluate(row, frame), order);
        } else if (operator == ComparisonOperator.IS_NOT_DISTINCT_FROM) {
            return (row, frame) -> same(first.evaluate(row, frame), second.evaluate(row, frame), order);
        }
        boolean onLess = holds(operator, -1);
        boolean onEqual = holds(operator, 0);
        boolean onGreater = holds(operator, 1);
        return (row, frame) -> {
            Object one = first.evaluate(row, frame);
            Object other = second.evaluate(row, frame);
            if (one == null || other == null) {
                return false;
            }
            int compared = order.compare(one, other);
            if (compared == 0) {
                return onEqual;
            }
            return compared < 0 ? onLess : onGreater;
        };
    }

    private static boolean same(@Nullable Object one, @Nullable Object other, Comparator<Object> order) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return order.compare(one, other) == 0;
    }

    private static boolean holds(ComparisonOperator operator, int compared) {
        return switch (operator) {
            case EQUAL -> compared == 0;
            case NOT_EQUAL -> compared != 0;
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
            case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
                throw new IllegalArgumentException("not decided by the order alone");
        };
    }
}
