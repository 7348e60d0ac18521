package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.Expression.Literal;
import io.nrtstreams.sql.tree.Position;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants as text that is read back to an equal value of the same class. */
final class LiteralFormat {

    private LiteralFormat() {}

    static String literal(Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return value.toString().toUpperCase(Locale.ROOT);
        }
        if (value instanceof String text) {
            return NameFormat.string(text);
        }
        if (value instanceof Long number) {
            return number == number.intValue() ? "BIGINT '" + number + "'" : number.toString();
        }
        if (value instanceof BigDecimal number) {
            return decimal(number);
        }
        if (value instanceof Double number) {
            return real(number);
        }
        return typed(value);
    }

    private static String typed(Object value) {
        if (value instanceof LocalDate) {
            return "DATE '" + value + "'";
        }
        if (value instanceof LocalTime) {
            return "TIME '" + value + "'";
        }
        if (value instanceof Instant) {
            return "TIMESTAMP '" + value + "'";
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return "BYTES '" + Base64.getEncoder().encodeToString(copy) + "'";
        }
        throw new IllegalArgumentException("there are no literals of " + value.getClass());
    }

    private static String decimal(BigDecimal number) {
        if (number.scale() < 0 || !Literals.fitsDecimal(number)) {
            return "DECIMAL '" + number + "'";
        }
        return number.scale() == 0 ? number + "." : number.toPlainString();
    }

    private static String real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "DOUBLE '" + number + "'";
        }
        String text = Double.toString(number);
        return text.indexOf('E') < 0 ? text + "E0" : text;
    }

    /** Whether the text begins with a minus, which binds less than what may follow a constant. */
    static boolean isSigned(@Nullable Object value) {
        return value instanceof Number
                && literal(new Literal(Position.NONE, value)).startsWith("-");
    }
}
