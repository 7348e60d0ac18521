package io.nrtstreams.connect.s3.block;

import java.nio.ByteBuffer;

/**
 * Compresses blocks. One serves all files of a task and keeps its buffer, which is as large as the largest block. Not
 * thread-safe.
 */
@FunctionalInterface
public interface BlockCompressor {
    /** The first {@code count} bytes of {@code block}, compressed: an array-backed buffer, until the next call. */
    ByteBuffer compress(byte[] block, int count);

    /** Leaves blocks as they are. */
    static BlockCompressor none() {
        return (block, count) -> ByteBuffer.wrap(block, 0, count);
    }

    /**
     * A raw deflate stream (RFC 1951), without header and checksum.
     *
     * @param level 1 (fast) to 9 (small)
     */
    static BlockCompressor deflate(int level) {
        return new DeflateBlocks(level);
    }

    /**
     * A gzip file of one member (RFC 1952).
     *
     * @param level 1 (fast) to 9 (small)
     */
    static BlockCompressor gzip(int level) {
        return new GzipBlocks(new DeflateBlocks(level));
    }

    /** Snappy's raw format. */
    static BlockCompressor snappy() {
        return new SnappyBlocks();
    }

    /**
     * A Zstandard frame (RFC 8878).
     *
     * @param level 1 (fast) to 9 (small)
     */
    static BlockCompressor zstd(int level) {
        return new ZstdBlocks(level);
    }
}
