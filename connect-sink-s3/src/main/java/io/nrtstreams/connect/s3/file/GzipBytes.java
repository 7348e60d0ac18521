package io.nrtstreams.connect.s3.file;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A gzip file of one member (RFC 1952). Bytes wait in a chunk of up to 64 KiB that grows as needed and is deflated when
 * full.
 */
final class GzipBytes implements FileBytes {
    private static final int LARGEST_CHUNK = 64 << 10;
    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    /** An empty last block with fixed codes. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private static final int TRAILER = LAST_BLOCK.length + 8;

    private final SharedDeflater deflater;
    private final Segments content = new Segments();
    private final CRC32 checksum = new CRC32();
    private byte[] chunk = new byte[512];
    private int waiting;
    private long uncompressed;

    GzipBytes(SharedDeflater deflater) {
        this.deflater = deflater;
        content.append(HEADER, 0, HEADER.length);
    }

    @Override
    public void append(byte[] bytes, int count) {
        checksum.update(bytes, 0, count);
        uncompressed += count;
        int at = 0;
        while (at < count) {
            makeRoom(count - at);
            int step = Math.min(count - at, chunk.length - waiting);
            System.arraycopy(bytes, at, chunk, waiting, step);
            waiting += step;
            at += step;
        }
    }

    private void makeRoom(int wanted) {
        if (waiting + wanted <= chunk.length) {
            return;
        }
        if (chunk.length < LARGEST_CHUNK) {
            int size = Math.max(2 * chunk.length, Integer.highestOneBit(waiting + wanted) * 2);
            chunk = Arrays.copyOf(chunk, Math.min(LARGEST_CHUNK, size));
        } else if (waiting == chunk.length) {
            deflateChunk();
        }
    }

    private void deflateChunk() {
        deflater.deflate(chunk, waiting, content);
        waiting = 0;
    }

    @Override
    public long length() {
        return content.length() + waiting + TRAILER;
    }

    @Override
    public long memory() {
        return content.capacity() + chunk.length;
    }

    @Override
    public Segments finish() {
        if (waiting > 0) {
            deflateChunk();
        }
        chunk = new byte[0];
        content.append(LAST_BLOCK, 0, LAST_BLOCK.length);
        appendLittleEndian(checksum.getValue());
        appendLittleEndian(uncompressed);
        return content;
    }

    private void appendLittleEndian(long value) {
        byte[] four = {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
        content.append(four, 0, four.length);
    }
}
