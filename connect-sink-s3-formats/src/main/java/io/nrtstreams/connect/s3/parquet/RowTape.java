package io.nrtstreams.connect.s3.parquet;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Rows that were taken apart, one after the other in one array that doubles from 256 bytes. The column buffers of Parquet
 * hold some 18 KiB each from the first value on, so that a file of few rows had better not have any. Not thread-safe.
 */
final class RowTape {
    private static final int FIRST = 256;
    private static final int SEVEN_BITS = 0x7f;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int rows;

    /** Adds a row; {@code leaves} has its part for each column. */
    void add(List<Leaf> leaves) {
        leaves.forEach(leaf -> leaf.saveTo(this));
        rows++;
    }

    /** Adds all rows to a group, by way of {@code leaves}, and forgets them. */
    void moveTo(RowGroup group, List<Leaf> leaves) {
        buffer.flip();
        for (int row = 0; row < rows; row++) {
            leaves.forEach(leaf -> leaf.loadFrom(this));
            group.add(leaves);
        }
        buffer = ByteBuffer.allocate(0);
        rows = 0;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Bytes of memory held. */
    int memory() {
        return buffer.capacity();
    }

    /** Seven bits a byte, the lowest first. */
    void putCount(int count) {
        reserve(5);
        int left = count;
        while ((left & ~SEVEN_BITS) != 0) {
            buffer.put((byte) (left | ~SEVEN_BITS));
            left >>>= 7;
        }
        buffer.put((byte) left);
    }

    int takeCount() {
        int count = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            count |= (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return count;
            }
        }
    }

    void putNumber(long number) {
        reserve(Long.BYTES);
        buffer.putLong(number);
    }

    long takeNumber() {
        return buffer.getLong();
    }

    void putBytes(ByteBuffer bytes) {
        reserve(bytes.remaining());
        buffer.put(bytes);
    }

    byte[] takeBytes(int count) {
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    private void reserve(int more) {
        if (buffer.remaining() < more) {
            int wanted = Math.addExact(buffer.position(), more);
            int doubled = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(FIRST, 2L * buffer.capacity()));
            buffer = ByteBuffer.allocate(Math.max(wanted, doubled)).put(buffer.flip());
        }
    }
}
