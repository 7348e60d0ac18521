package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression.Literal;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.antlr.v4.runtime.Token;

/** Constants as texts write them. */
final class Literals {

    /** Enough for every BIGINT and for every DECIMAL with a point; longer ones are not even converted. */
    private static final int MAX_DIGITS = 100;

    private static final BigInteger MIN_BIGINT = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_BIGINT = BigInteger.valueOf(Long.MAX_VALUE);

    private Literals() {}

    static Literal literal(SqlGrammarParser.LiteralContext context) {
        Position position = Names.position(context);
        Token token = context.getStart();
        return switch (token.getType()) {
            case SqlGrammarLexer.NULL -> new Literal(position, null);
            case SqlGrammarLexer.TRUE -> new Literal(position, true);
            case SqlGrammarLexer.FALSE -> new Literal(position, false);
            case SqlGrammarLexer.STRING -> new Literal(position, Names.string(token));
            case SqlGrammarLexer.INTEGER, SqlGrammarLexer.DECIMAL_NUMBER, SqlGrammarLexer.DOUBLE_NUMBER ->
                new Literal(position, number(token, ""));
            default -> new Literal(position, typed((SqlGrammarParser.TypedLiteralContext) context));
        };
    }

    /**
     * The value of a number: Integer, or Long where it is too large for one, BigDecimal or Double.
     *
     * @param sign {@code -} or nothing
     */
    static Object number(Token token, String sign) {
        String digits = token.getText();
        if (digits.length() > MAX_DIGITS) {
            throw new SqlException(Names.position(token), "A number may have " + MAX_DIGITS + " characters at most.");
        }
        return switch (token.getType()) {
            case SqlGrammarLexer.INTEGER -> integer(token, sign + digits);
            case SqlGrammarLexer.DECIMAL_NUMBER -> decimal(Names.position(token), sign + digits);
            default -> real(Names.position(token), sign + digits);
        };
    }

    /** A number without point, not negative, that counts something. */
    static long wholeNumber(Token token) {
        return ((Number) number(token, "")).longValue();
    }

    private static Object integer(Token token, String text) {
        BigInteger value = new BigInteger(text);
        if (value.compareTo(MIN_BIGINT) < 0 || value.compareTo(MAX_BIGINT) > 0) {
            throw new SqlException(
                    Names.position(token),
                    "This number is too large for BIGINT; with a point at its end it is a DECIMAL.");
        }
        long wide = value.longValueExact();
        int narrow = (int) wide;
        if (narrow == wide) {
            return narrow;
        }
        return wide;
    }

    private static BigDecimal decimal(Position position, String text) {
        BigDecimal value = new BigDecimal(text);
        if (!fitsDecimal(value)) {
            throw new SqlException(
                    position,
                    "A DECIMAL has " + SqlType.Decimal.MAX_PRECISION
                            + " digits at most; with an exponent, as in 1.5E0, it is a DOUBLE.");
        }
        return value;
    }

    static boolean fitsDecimal(BigDecimal value) {
        return Math.max(value.precision(), value.scale()) <= SqlType.Decimal.MAX_PRECISION;
    }

    private static Double real(Position position, String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new SqlException(position, "This number is too large for DOUBLE.");
        }
        return value;
    }

    private static Object typed(SqlGrammarParser.TypedLiteralContext context) {
        String text = Names.string(context.text);
        if (text.length() > MAX_DIGITS && context.kind.getType() != SqlGrammarLexer.BYTES) {
            throw unreadable(context, "at most " + MAX_DIGITS + " characters");
        }
        try {
            return switch (context.kind.getType()) {
                case SqlGrammarLexer.DATE -> LocalDate.parse(text);
                case SqlGrammarLexer.TIME -> LocalTime.parse(text);
                case SqlGrammarLexer.TIMESTAMP -> instant(text);
                case SqlGrammarLexer.BYTES ->
                    ByteBuffer.wrap(Base64.getDecoder().decode(text));
                case SqlGrammarLexer.BIGINT -> Long.parseLong(text);
                case SqlGrammarLexer.DECIMAL -> scaled(new BigDecimal(text));
                default -> Double.parseDouble(text);
            };
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw unreadable(context, "text such as " + example(context.kind));
        }
    }

    /** An exponent of nine digits would become as many zeros where the number is written out. */
    private static BigDecimal scaled(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new NumberFormatException("exponent");
        }
        return value;
    }

    private static SqlException unreadable(SqlGrammarParser.TypedLiteralContext context, String expected) {
        return new SqlException(
                Names.position(context.text), "This is not a literal of this type, which takes " + expected + ".");
    }

    /** A time without a zone is one of UTC, a date its first moment. */
    private static Instant instant(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        return text.indexOf(':') < 0
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static String example(Token kind) {
        return switch (kind.getType()) {
            case SqlGrammarLexer.DATE -> "DATE '2026-03-29'";
            case SqlGrammarLexer.TIME -> "TIME '06:30:00'";
            case SqlGrammarLexer.TIMESTAMP -> "TIMESTAMP '2026-03-29T06:30:00Z'";
            case SqlGrammarLexer.BYTES -> "BYTES 'AAEC' (base64)";
            case SqlGrammarLexer.BIGINT -> "BIGINT '42'";
            case SqlGrammarLexer.DECIMAL -> "DECIMAL '1.50'";
            default -> "DOUBLE '1.5'";
        };
    }
}
