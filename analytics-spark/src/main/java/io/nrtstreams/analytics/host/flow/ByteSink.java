package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;

/**
 * Bytes that grow. Numbers are written with seven bits a byte, the lowest first; signed ones zigzag. Texts keep every char,
 * lone surrogates too: ASCII as it is, others with each char as UTF-8 would write it. Single-threaded.
 */
final class ByteSink {

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Forgets what was written behind a size. */
    void truncate(int toSize) {
        size = toSize;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** A hash of the bytes behind a size; the same in every process, as slots are chosen by it. */
    int hash(int from) {
        int hash = 0x811C9DC5;
        for (int i = from; i < size; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void writeLong(long value) {
        writeUnsigned((value << 1) ^ (value >> 63));
    }

    void writeUnsigned(long value) {
        ensure(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** The highest byte first. */
    void writeFixed(long value, int length) {
        ensure(length);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** The length, then the bytes. */
    void writeBytes(byte[] value) {
        writeUnsigned(value.length);
        writeRaw(value, 0, value.length);
    }

    /** The length, then the bytes. */
    void writeBytes(ByteSink other) {
        writeUnsigned(other.size);
        writeRaw(other.bytes, 0, other.size);
    }

    void writeRaw(byte[] value) {
        writeRaw(value, 0, value.length);
    }

    void writeRaw(ByteSink other) {
        writeRaw(other.bytes, 0, other.size);
    }

    void writeRaw(byte[] value, int from, int length) {
        ensure(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
    }

    /** Twice the number of bytes, and one more when some are not ASCII; then the bytes. */
    void writeText(String text) {
        int length = text.length();
        int encoded = 0;
        for (int i = 0; i < length; i++) {
            encoded += width(text.charAt(i));
        }
        writeUnsigned(((long) encoded << 1) | (encoded == length ? 0 : 1));
        ensure(encoded);
        for (int i = 0; i < length; i++) {
            writeChar(text.charAt(i));
        }
    }

    private static int width(char one) {
        if (one < 0x80) {
            return 1;
        }
        return one < 0x800 ? 2 : 3;
    }

    /** One to three bytes, which sort as chars do. */
    void writeChar(char one) {
        ensure(3);
        if (one < 0x80) {
            bytes[size++] = (byte) one;
        } else if (one < 0x800) {
            bytes[size++] = (byte) (0xC0 | (one >> 6));
            bytes[size++] = (byte) (0x80 | (one & 0x3F));
        } else {
            bytes[size++] = (byte) (0xE0 | (one >> 12));
            bytes[size++] = (byte) (0x80 | ((one >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (one & 0x3F));
        }
    }
}
