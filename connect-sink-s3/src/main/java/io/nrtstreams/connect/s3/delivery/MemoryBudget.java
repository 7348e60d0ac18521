package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.file.SegmentPool;
import java.util.function.LongSupplier;

/**
 * What the files of a task take of its memory: those that are open or wait, those of partitions that were given up and
 * are still being sent, and the segments kept for files to come. Owned by the task's thread.
 */
final class MemoryBudget {
    private final long most;
    private final SegmentPool segments;
    private final LongSupplier sentForOthers;
    private long held;

    /**
     * A budget of which nothing is used.
     *
     * @param most bytes
     * @param segments kept for files to come
     * @param sentForOthers bytes being sent for partitions that were given up
     */
    MemoryBudget(long most, SegmentPool segments, LongSupplier sentForOthers) {
        this.most = most;
        this.segments = segments;
        this.sentForOthers = sentForOthers;
    }

    /** The files of a chain have grown, or shrunk. */
    void changed(long before, long after) {
        held += after - before;
    }

    long used() {
        return held + segments.held() + sentForOthers.getAsLong();
    }

    /** Whether all of it is used, so that no more records should come. */
    boolean isFull() {
        return used() >= most;
    }

    /** Whether so little is used that more records may come again. */
    boolean hasRoom() {
        return used() < most / 4 * 3;
    }

    /** Lets go of what is kept for files to come, where the files that are there need it. */
    void makeRoom() {
        if (isFull()) {
            segments.clear();
        }
    }

    /** What open files may hold once the largest were closed for want of memory. */
    long goal() {
        return most / 2;
    }
}
