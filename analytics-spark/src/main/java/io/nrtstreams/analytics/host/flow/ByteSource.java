package io.nrtstreams.analytics.host.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote. Single-threaded. */
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this(bytes, 0);
    }

    ByteSource(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    /** All bytes, those that were read too. */
    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    void position(int to) {
        at = to;
    }

    int readByte() {
        return bytes[at++];
    }

    long readLong() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long readUnsigned() {
        byte first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7F;
        for (int shift = 7; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int readSize() {
        return (int) readUnsigned();
    }

    long readFixed(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    byte[] readBytes() {
        return readRaw(readSize());
    }

    byte[] readRaw(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String readText() {
        long header = readUnsigned();
        int length = (int) (header >>> 1);
        at += length;
        return (header & 1) == 0
                ? new String(bytes, at - length, length, StandardCharsets.ISO_8859_1)
                : text(bytes, at - length, at);
    }

    /** The text of chars that {@link ByteSink#writeChar} wrote. */
    static String text(byte[] bytes, int from, int to) {
        char[] chars = new char[to - from];
        int count = 0;
        int i = from;
        while (i < to) {
            int first = bytes[i++];
            if (first >= 0) {
                chars[count++] = (char) first;
            } else if ((first & 0xE0) == 0xC0) {
                chars[count++] = (char) (((first & 0x1F) << 6) | (bytes[i++] & 0x3F));
            } else {
                chars[count++] = (char) (((first & 0x0F) << 12) | ((bytes[i++] & 0x3F) << 6) | (bytes[i++] & 0x3F));
            }
        }
        return new String(chars, 0, count);
    }
}
