package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers, and strings that hold one. */
final class JsonNumbers {

    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

    /** So many digits always fit a long. */
    private static final int SAFE_DIGITS = 18;

    private JsonNumbers() {}

    static boolean startsNumber(int next) {
        return (next >= '0' && next <= '9') || next == '-';
    }

    /** A whole number; of a fraction, what is before the point. */
    static long readLong(JsonReader in, String path) throws DecodeException {
        int next = in.peek();
        if (next == '"') {
            return longOf(in.takeString(), path);
        }
        if (!startsNumber(next)) {
            throw JsonType.unexpected(in, path, "a whole number");
        }
        int start = in.takeNumber();
        byte[] bytes = in.bytes();
        int end = in.position();
        boolean negative = bytes[start] == '-';
        int first = negative ? start + 1 : start;
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || i - first >= SAFE_DIGITS) {
                return truncated(Decimals.parse(in.textFrom(start), path), path);
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    private static long longOf(String text, String path) throws DecodeException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // Its message quotes the text.
            throw new DecodeException(path + " must be a whole number, but is a string that holds none");
        }
    }

    private static long truncated(BigDecimal number, String path) throws DecodeException {
        // Looked at before the digits are made: 1e999999999 has a billion of them.
        long digitsBeforePoint = (long) number.precision() - number.scale();
        if (number.signum() == 0 || digitsBeforePoint <= 0) {
            return 0;
        }
        if (digitsBeforePoint <= SAFE_DIGITS + 1) {
            BigInteger whole = number.toBigInteger();
            if (whole.compareTo(MIN_LONG) >= 0 && whole.compareTo(MAX_LONG) <= 0) {
                return whole.longValue();
            }
        }
        throw outOfRange(path);
    }

    static DecodeException outOfRange(String path) {
        return new DecodeException(path + " is out of its type's range");
    }
}
