package io.nrtstreams.quickstart.s3;

/**
 * How much a lake holds.
 *
 * @param count objects
 * @param bytes their sizes together
 */
public record LakeSize(long count, long bytes) {
    static final LakeSize EMPTY = new LakeSize(0, 0);

    LakeSize plus(long objectBytes) {
        return new LakeSize(count + 1, bytes + objectBytes);
    }

    LakeSize plus(LakeSize other) {
        return new LakeSize(count + other.count, bytes + other.bytes);
    }
}
