package io.nrtstreams.connect.s3.avro;

import java.util.Arrays;

/** Avro's {@code long}: zig-zag, then seven bits a byte, the lowest first. */
final class Varint {
    /** Bytes of the longest. */
    static final int LONGEST = 10;

    private Varint() {}

    static byte[] zigZag(long number) {
        byte[] bytes = new byte[LONGEST];
        int length = 0;
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7fL) != 0) {
            bytes[length++] = (byte) ((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return Arrays.copyOf(bytes, length);
    }
}
