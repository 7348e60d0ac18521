package io.nrtstreams.sql.format;

import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;

/** Decimals from text to the scale of a column. */
public final class Decimals {

    /** In characters. Longer numbers take time that grows with the square of their length. */
    public static final int MAX_LENGTH = 1000;

    private Decimals() {}

    /**
     * The number in a text, as {@link BigDecimal} reads it.
     *
     * @param path names the column in messages
     * @throws DecodeException when there is none, or it is longer than {@link #MAX_LENGTH}
     */
    public static BigDecimal parse(String text, String path) throws DecodeException {
        if (text.length() > MAX_LENGTH) {
            throw new DecodeException(path + " has more than " + MAX_LENGTH + " characters");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            // Its message may quote the text.
            throw new DecodeException(path + " must be a number, but holds none that can be read");
        }
    }

    /**
     * The same number with the scale of the type.
     *
     * @param path names the column in messages
     * @throws DecodeException when digits would be lost on either side of the point
     */
    public static BigDecimal fit(BigDecimal number, SqlType.Decimal type, String path) throws DecodeException {
        if (number.scale() == type.scale() && number.precision() <= type.precision()) {
            return number;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO.setScale(type.scale());
        }
        // Looked at before the digits are made: 1e999999999 has a billion of them.
        if ((long) number.precision() - number.scale() > type.precision() - type.scale()) {
            throw new DecodeException(path + " has more digits before the point than " + type + " holds");
        }
        BigDecimal shortest = number.scale() > type.scale() ? number.stripTrailingZeros() : number;
        if (shortest.scale() > type.scale()) {
            throw new DecodeException(path + " has more digits after the point than " + type + " holds");
        }
        return shortest.setScale(type.scale());
    }
}
