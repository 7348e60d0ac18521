package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.registry.WirePrefix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary encoding written to an array that grows (Avro specification 1.12, "Binary encoding"). */
final class AvroOutput {

    private static final int MAX_NUMBER_BYTES = 10;

    private byte[] bytes = new byte[256];
    private int position;

    /** Begins anew, behind the prefix of a registered schema. */
    void begin(int schemaId) {
        WirePrefix.write(schemaId, bytes);
        position = WirePrefix.LENGTH;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, position);
    }

    void writeBoolean(boolean value) {
        ensure(1);
        bytes[position++] = (byte) (value ? 1 : 0);
    }

    void writeLong(long value) {
        ensure(MAX_NUMBER_BYTES);
        long zigzag = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((zigzag & ~0x7fL) != 0) {
            bytes[position++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        bytes[position++] = (byte) zigzag;
    }

    void writeFloat(float value) {
        ensure(Float.BYTES);
        int bits = Float.floatToRawIntBits(value);
        for (int i = 0; i < Float.BYTES; i++) {
            bytes[position++] = (byte) (bits >>> (Byte.SIZE * i));
        }
    }

    void writeDouble(double value) {
        ensure(Double.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < Double.BYTES; i++) {
            bytes[position++] = (byte) (bits >>> (Byte.SIZE * i));
        }
    }

    void writeString(String value) {
        writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(byte[] value) {
        writeLong(value.length);
        writeRaw(value);
    }

    void writeBytes(ByteBuffer value) {
        int length = value.remaining();
        writeLong(length);
        ensure(length);
        value.get(value.position(), bytes, position, length);
        position += length;
    }

    /** Bytes that are encoded already. */
    void writeRaw(byte[] encoded) {
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, position, encoded.length);
        position += encoded.length;
    }

    private void ensure(int more) {
        if (more > bytes.length - position) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
        }
    }
}
