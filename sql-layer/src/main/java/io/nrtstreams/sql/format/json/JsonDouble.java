package io.nrtstreams.sql.format.json;

import com.fasterxml.jackson.core.io.NumberInput;
import io.nrtstreams.sql.format.DecodeException;

/** DOUBLE: a number, or a string as Java reads a double, NaN and Infinity among them. */
record JsonDouble(String path) implements JsonType {

    /** Digits of a whole number that a double always holds exactly. */
    private static final int EXACT_DIGITS = 15;

    /** Powers of ten that a double holds exactly, as many as that many digits need. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    @Override
    public Object read(JsonReader in) throws DecodeException {
        int next = in.peek();
        if (next == '"') {
            try {
                return Double.parseDouble(in.takeString());
            } catch (NumberFormatException e) {
                // Its message quotes the text.
                throw new DecodeException(path + " must be a number, but is a string that holds none");
            }
        }
        if (!JsonNumbers.startsNumber(next)) {
            throw JsonType.unexpected(in, path, "a number");
        }
        return number(in);
    }

    /**
     * Most numbers have so few digits that the digits and the power of ten to divide by are doubles: the quotient is then
     * rounded once, which is right (Clinger's fast path).
     */
    private static double number(JsonReader in) throws DecodeException {
        int start = in.takeNumber();
        byte[] bytes = in.bytes();
        int end = in.position();
        boolean negative = bytes[start] == '-';
        long digits = 0;
        int point = end;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (bytes[i] == '.') {
                point = i + 1;
            } else {
                return NumberInput.parseDouble(in.textFrom(start), true);
            }
        }
        if (end - start > EXACT_DIGITS) {
            return NumberInput.parseDouble(in.textFrom(start), true);
        }
        double value = digits / POWERS[end - point];
        return negative ? -value : value;
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.putDouble((Double) value);
    }
}
