package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.format.BadRecordException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes of one record. One is reused for every record of a task: it grows to the largest, and {@link #clear} lets go
 * of what is beyond 1 MiB. Not thread-safe.
 */
final class ByteScratch extends OutputStream {
    private static final int KEPT = 1 << 20;

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    @Override
    public void write(int one) {
        reserve(1);
        bytes[length++] = (byte) one;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void reserve(int more) {
        long wanted = (long) length + more;
        if (wanted > bytes.length) {
            if (wanted > Integer.MAX_VALUE - 8) {
                throw new BadRecordException("the record takes over 2 GiB in Avro");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, 2L * bytes.length)));
        }
    }
}
