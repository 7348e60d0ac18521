package io.nrtstreams.analytics.host.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote. Single-threaded. */
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int readByte() {
        return bytes[at++];
    }

    long readLong() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long readUnsigned() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
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

    long readFixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    byte[] readBytes() {
        int length = readSize();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String readText() {
        long header = readUnsigned();
        int length = (int) (header >>> 1);
        at += length;
        if ((header & 1) == 0) {
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }
        char[] chars = new char[length / 2];
        for (int i = 0; i < chars.length; i++) {
            int from = at - length + 2 * i;
            chars[i] = (char) ((bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF);
        }
        return new String(chars);
    }
}
