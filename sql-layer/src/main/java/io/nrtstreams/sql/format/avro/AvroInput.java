package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Avro's binary encoding read from an array (Avro specification 1.12, "Binary encoding"). Whatever the bytes are, it
 * allocates no more than they are long, and fails only with {@link DecodeException}. Avro's own decoder believes lengths
 * and counts before it has seen the bytes.
 */
final class AvroInput {

    /** Records inside records, while skipping; deeper ones come from damaged bytes of a recursive schema. */
    private static final int MAX_DEPTH = 512;

    private byte[] bytes = new byte[0];
    private int position;
    private int itemsLeft;
    private int depth;

    void reset(byte[] newBytes, int start) {
        bytes = newBytes;
        position = start;
        itemsLeft = newBytes.length;
        depth = 0;
    }

    int remaining() {
        return bytes.length - position;
    }

    boolean readBoolean() throws DecodeException {
        require(1);
        return bytes[position++] != 0;
    }

    int readInt() throws DecodeException {
        long value = readLong();
        if (value != (int) value) {
            throw new DecodeException("expected an int, but the number is larger");
        }
        return (int) value;
    }

    long readLong() throws DecodeException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            require(1);
            byte next = bytes[position++];
            zigzag |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new DecodeException("expected a number of at most ten bytes");
    }

    float readFloat() throws DecodeException {
        require(Float.BYTES);
        int bits = 0;
        for (int i = Float.BYTES - 1; i >= 0; i--) {
            bits = (bits << Byte.SIZE) | (bytes[position + i] & 0xff);
        }
        position += Float.BYTES;
        return Float.intBitsToFloat(bits);
    }

    double readDouble() throws DecodeException {
        require(Double.BYTES);
        long bits = 0;
        for (int i = Double.BYTES - 1; i >= 0; i--) {
            bits = (bits << Byte.SIZE) | (bytes[position + i] & 0xff);
        }
        position += Double.BYTES;
        return Double.longBitsToDouble(bits);
    }

    String readString() throws DecodeException {
        int length = readLength();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    byte[] readBytes() throws DecodeException {
        return readFixed(readLength());
    }

    byte[] readFixed(int length) throws DecodeException {
        require(length);
        byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return copy;
    }

    void skip(int length) throws DecodeException {
        require(length);
        position += length;
    }

    void skipBytes() throws DecodeException {
        skip(readLength());
    }

    /** The number of items in the next block of an array or map; 0 at its end. */
    int readBlockCount() throws DecodeException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        if (count < 0 || count > itemsLeft) {
            throw new DecodeException("expected fewer items than the record has bytes");
        }
        itemsLeft -= (int) count;
        return (int) count;
    }

    void enter() throws DecodeException {
        if (++depth > MAX_DEPTH) {
            throw new DecodeException("expected records nested at most " + MAX_DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }

    private int readLength() throws DecodeException {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw truncated();
        }
        return (int) length;
    }

    private void require(int length) throws DecodeException {
        if (length > bytes.length - position) {
            throw truncated();
        }
    }

    private static DecodeException truncated() {
        return new DecodeException("expected more bytes: the record is cut off or damaged");
    }
}
