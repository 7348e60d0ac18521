package io.nrtstreams.analytics.host.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. Numbers are written with seven bits a byte, the lowest first; signed ones zigzag. Single-threaded. */
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

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
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
            bytes[size++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void writeFixed(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void writeBytes(byte[] value) {
        writeUnsigned(value.length);
        writeRaw(value, 0, value.length);
    }

    void writeRaw(byte[] value, int from, int length) {
        ensure(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
    }

    void writeText(String value) {
        // Lone surrogates must survive, which UTF-8 of Java replaces: those texts go as UTF-16.
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (isWhole(value)) {
            writeUnsigned((long) utf8.length << 1);
            writeRaw(utf8, 0, utf8.length);
        } else {
            byte[] utf16 = utf16(value);
            writeUnsigned((long) utf16.length << 1 | 1);
            writeRaw(utf16, 0, utf16.length);
        }
    }

    private static boolean isWhole(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                boolean isPair = Character.isHighSurrogate(value.charAt(i))
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] utf16(String value) {
        byte[] bytes = new byte[value.length() * 2];
        for (int i = 0; i < value.length(); i++) {
            bytes[2 * i] = (byte) (value.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) value.charAt(i);
        }
        return bytes;
    }
}
