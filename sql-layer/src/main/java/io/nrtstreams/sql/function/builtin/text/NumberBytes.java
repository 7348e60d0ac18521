package io.nrtstreams.sql.function.builtin.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the bytes of a number. */
final class NumberBytes {

    private NumberBytes() {}

    /**
     * For reading a number of so many bytes.
     *
     * @throws IllegalArgumentException when there are more or less bytes, or no such order
     */
    static ByteBuffer reader(ByteBuffer bytes, String order, int size) {
        if (bytes.remaining() != size) {
            throw new IllegalArgumentException("a number of this type has " + size + " bytes");
        }
        return bytes.duplicate().order(order(order));
    }

    private static ByteOrder order(String name) {
        return switch (name) {
            case "BIG_ENDIAN" -> ByteOrder.BIG_ENDIAN;
            case "LITTLE_ENDIAN" -> ByteOrder.LITTLE_ENDIAN;
            default -> throw new IllegalArgumentException("the byte order must be BIG_ENDIAN or LITTLE_ENDIAN");
        };
    }
}
