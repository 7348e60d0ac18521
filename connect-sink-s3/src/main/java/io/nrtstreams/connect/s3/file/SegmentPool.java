package io.nrtstreams.connect.s3.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Segments that files no longer need, kept for files to come, so that a steady stream of files makes no garbage. Owned by
 * the task's thread.
 */
public final class SegmentPool {
    private final long most;
    /** By the size's power of two. */
    private final List<Deque<byte[]>> bySize = new ArrayList<>();

    private long held;

    private SegmentPool(long most) {
        this.most = most;
        for (int size = Segments.FIRST; size <= Segments.LARGEST; size *= 2) {
            bySize.add(new ArrayDeque<>());
        }
    }

    /** A pool that keeps at most so many bytes. */
    public static SegmentPool ofMost(long bytes) {
        return new SegmentPool(bytes);
    }

    /** A pool that keeps nothing. */
    public static SegmentPool none() {
        return new SegmentPool(0);
    }

    /** A segment of that size, a power of two; what is in it is of no meaning. */
    byte[] take(int size) {
        byte[] kept = bySize.get(place(size)).pollLast();
        if (kept == null) {
            return new byte[size];
        }
        held -= size;
        return kept;
    }

    /** Keeps a segment that nobody uses any more, if there is room. */
    void give(byte[] segment) {
        if (held + segment.length <= most) {
            held += segment.length;
            bySize.get(place(segment.length)).addLast(segment);
        }
    }

    private static int place(int size) {
        return Integer.numberOfTrailingZeros(size / Segments.FIRST);
    }

    /** Bytes kept. */
    public long held() {
        return held;
    }

    /** Lets go of all that is kept. */
    public void clear() {
        bySize.forEach(Deque::clear);
        held = 0;
    }
}
