package io.nrtstreams.connect.s3.file;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that grow at their end without being copied: the first segment is small, each further one as large as all
 * before it, up to 1 MiB, so that a file takes at most twice its size, or its size and 1 MiB.
 *
 * <p>Not thread-safe while it grows; once nothing is appended any more it may be read from any thread.
 */
public final class Segments {
    static final int FIRST = 1 << 10;
    static final int LARGEST = 1 << 20;

    private final SegmentPool pool;
    private final List<byte[]> segments = new ArrayList<>();
    private byte[] tail = new byte[0];
    private int used;
    private long length;
    private long capacity;

    /** Segments that are made anew. */
    public Segments() {
        this(SegmentPool.none());
    }

    /** Segments out of a pool, as far as it has any. */
    public Segments(SegmentPool pool) {
        this.pool = pool;
    }

    /** Appends {@code count} bytes of {@code bytes} from {@code from} on. */
    public void append(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            if (used == tail.length) {
                grow();
            }
            int step = Math.min(left, tail.length - used);
            System.arraycopy(bytes, at, tail, used, step);
            used += step;
            at += step;
            left -= step;
        }
        length += count;
    }

    private void grow() {
        tail = pool.take((int) Math.min(LARGEST, Math.max(FIRST, capacity)));
        segments.add(tail);
        capacity += tail.length;
        used = 0;
    }

    /** Number of bytes appended. */
    public long length() {
        return length;
    }

    /** Number of bytes of memory held. */
    public long capacity() {
        return capacity;
    }

    /** A new stream over {@code count} bytes from {@code from} on. */
    public InputStream stream(long from, long count) {
        return new SegmentStream(List.copyOf(segments), from, count);
    }

    /** A new stream over all bytes. */
    public InputStream stream() {
        return stream(0, length);
    }

    /** Gives the memory back to the pool. Nobody may use these bytes, or a stream over them, any more. */
    public void recycle() {
        segments.forEach(pool::give);
        segments.clear();
        tail = new byte[0];
        used = 0;
        length = 0;
        capacity = 0;
    }
}
