package io.nrtstreams.connect.s3.file;

import java.util.Arrays;

/**
 * A compressed file. Bytes wait in a chunk, which is compressed when it is full.
 *
 * <p>Memory of an open file: the chunk, which begins at 512 bytes and doubles as needed up to {@link Chunks#LARGEST},
 * and what is compressed already; nothing of the latter before the first chunk is full.
 */
final class ChunkedBytes implements FileBytes {
    private static final int SMALLEST = 512;

    private final Chunks chunks;
    private final Segments content;
    private byte[] chunk = new byte[SMALLEST];
    private int waiting;

    ChunkedBytes(Chunks chunks, SegmentPool pool) {
        content = new Segments(pool);
        this.chunks = chunks;
    }

    @Override
    public void append(byte[] bytes, int count) {
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
        if (wanted <= chunk.length - waiting) {
            return;
        }
        if (chunk.length < Chunks.LARGEST) {
            long size = Math.max(2L * chunk.length, 2L * Long.highestOneBit((long) waiting + wanted));
            chunk = Arrays.copyOf(chunk, (int) Math.min(Chunks.LARGEST, size));
        } else if (waiting == chunk.length) {
            compress();
        }
    }

    /**
     * Compresses what waits. Where that fails, as for want of memory outside the heap, no record is to blame, and part of
     * one may be in the file: so it is an error that stops the task, not an exception that rejects a record.
     */
    private void compress() {
        if (content.length() == 0) {
            chunks.begin(content);
        }
        try {
            chunks.write(chunk, waiting, content);
        } catch (RuntimeException e) {
            throw new InternalError("a chunk of " + waiting + " bytes cannot be compressed: " + e, e);
        }
        waiting = 0;
    }

    @Override
    public long length() {
        return content.length() + waiting;
    }

    @Override
    public long memory() {
        return content.capacity() + chunk.length;
    }

    /** A file without a byte in it is an empty chunk, so that what decompresses it finds its format. */
    @Override
    public Segments finish() {
        if (waiting > 0 || content.length() == 0) {
            compress();
        }
        chunk = new byte[0];
        chunks.end(content);
        return content;
    }
}
