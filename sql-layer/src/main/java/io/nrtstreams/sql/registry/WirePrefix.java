package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.format.DecodeException;
import java.nio.ByteBuffer;

/**
 * What stands before the bytes of a registered schema: a zero byte and the schema's id in four bytes, high byte first. This
 * is the wire format of Confluent's serializers.
 */
public final class WirePrefix {

    /** The prefix's length in bytes. */
    public static final int LENGTH = 5;

    private static final byte MAGIC = 0;

    private WirePrefix() {}

    /** The id of the schema that the bytes were written with. */
    public static int schemaId(byte[] bytes) throws DecodeException {
        if (bytes.length < LENGTH) {
            throw new DecodeException("expected a schema id in the first " + LENGTH + " bytes, but there are only "
                    + bytes.length + " bytes in all");
        }
        if (bytes[0] != MAGIC) {
            throw new DecodeException("expected a first byte of 0, which announces a schema id; the record was written "
                    + "without a schema registry");
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }

    /** Writes the prefix to the first bytes of {@code target}. */
    public static void write(int schemaId, byte[] target) {
        target[0] = MAGIC;
        target[1] = (byte) (schemaId >>> 24);
        target[2] = (byte) (schemaId >>> 16);
        target[3] = (byte) (schemaId >>> 8);
        target[4] = (byte) schemaId;
    }
}
