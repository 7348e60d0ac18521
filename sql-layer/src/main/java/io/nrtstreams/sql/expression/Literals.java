package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.conversion.NumberText;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants. */
final class Literals {

    private Literals() {}

    static Compiled compile(Expression.Literal literal) {
        Object value = literal.value();
        return value == null ? Compiled.ofNull() : constant(value);
    }

    static Compiled constant(Object value) {
        return Compiled.of(typeOf(value), new Evaluator.Constant(valueOf(value)));
    }

    /** A literal or a negated number, as the constant that it is; empty for other expressions and NULL. */
    static Optional<Object> constantOf(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            Object value = literal.value();
            return value == null ? Optional.empty() : Optional.of(valueOf(value));
        }
        if (expression instanceof Expression.Negation negation) {
            return constantOf(negation.operand()).map(Literals::negated);
        }
        return Optional.empty();
    }

    static boolean isConstant(Expression expression) {
        return isNull(expression) || constantOf(expression).isPresent();
    }

    static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() == null;
    }

    static SqlType typeOf(Object value) {
        if (value instanceof Boolean) {
            return SqlTypes.BOOLEAN;
        } else if (value instanceof Integer) {
            return SqlTypes.INTEGER;
        } else if (value instanceof Long) {
            return SqlTypes.BIGINT;
        } else if (value instanceof BigDecimal decimal) {
            return NumberText.typeOf(decimal);
        } else if (value instanceof Double) {
            return SqlTypes.DOUBLE;
        } else if (value instanceof String) {
            return SqlTypes.STRING;
        } else if (value instanceof LocalDate) {
            return SqlTypes.DATE;
        } else if (value instanceof LocalTime) {
            return SqlTypes.TIME;
        } else if (value instanceof Instant) {
            return SqlTypes.TIMESTAMP;
        } else if (value instanceof ByteBuffer) {
            return SqlTypes.BYTES;
        }
        throw new IllegalArgumentException("a literal cannot be a " + value.getClass());
    }

    private static Object valueOf(Object value) {
        return value instanceof BigDecimal decimal && decimal.scale() < 0 ? decimal.setScale(0) : value;
    }

    private static @Nullable Object negated(Object value) {
        if (value instanceof Integer number) {
            return -number;
        } else if (value instanceof Long number) {
            return number == -(long) Integer.MIN_VALUE ? (Object) Integer.MIN_VALUE : (Object) (-number);
        } else if (value instanceof BigDecimal number) {
            return number.negate();
        }
        return value instanceof Double number ? -number : null;
    }

    /** A number that a text spells, as the narrowest type that holds it; empty when it spells none. */
    static Optional<Object> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.trim());
            if (number.scale() > 0) {
                return Optional.of(number);
            }
            BigDecimal whole = number.setScale(0);
            if (whole.precision() > 19 || whole.compareTo(BigDecimal.valueOf(whole.longValue())) != 0) {
                return Optional.of(whole);
            }
            long value = whole.longValue();
            return Optional.of(value == (int) value ? (Object) (int) value : (Object) value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
