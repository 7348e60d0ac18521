package io.nrtstreams.sql.format.delimited;

import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Times;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The values of a column as the text of a field. */
record DelimitedType(SqlType type, String path) {

    static DelimitedType of(Column column) {
        return new DelimitedType(column.type(), "column " + column.name());
    }

    Object read(String text) throws DecodeException {
        try {
            return switch (type.base()) {
                case BOOLEAN -> bool(text);
                case INTEGER -> Integer.parseInt(text);
                case BIGINT -> Long.parseLong(text);
                case DOUBLE -> Double.parseDouble(text);
                case DECIMAL -> Decimals.fit(Decimals.parse(text, path), (SqlType.Decimal) type, path);
                case STRING -> text;
                case BYTES -> ByteBuffer.wrap(Base64.getDecoder().decode(text));
                case DATE -> Times.date(Long.parseLong(text), path);
                case TIME -> Times.time(Long.parseLong(text), path);
                case TIMESTAMP -> Times.timestamp(Long.parseLong(text));
                case ARRAY, MAP, STRUCT -> throw new IllegalStateException(path + " is nested");
            };
        } catch (IllegalArgumentException e) {
            // The message of a NumberFormatException quotes the text.
            throw new DecodeException(path + " is not " + expected());
        }
    }

    private String expected() {
        return switch (type.base()) {
            case INTEGER, BIGINT -> "a whole number within the range of " + type;
            case DOUBLE, DECIMAL -> "a number";
            case BYTES -> "base 64";
            case DATE -> "a number of days";
            case TIME, TIMESTAMP -> "a number of ms";
            default -> "a " + type;
        };
    }

    private static Boolean bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    String write(Object value) {
        return switch (type.base()) {
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case BYTES ->
                StandardCharsets.ISO_8859_1
                        .decode(Base64.getEncoder().encode(((ByteBuffer) value).duplicate()))
                        .toString();
            case DATE, TIME, TIMESTAMP -> Long.toString(Times.number(value));
            default -> value.toString();
        };
    }
}
