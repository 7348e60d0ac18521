package io.nrtstreams.connect.s3.file;

/**
 * How a file is made of chunks that are compressed one by one. What is costly to hold, such as the state of a native
 * library, is shared by the files of a task; so a chunk must not lean on the one before it, and is large enough
 * to be compressed well by itself. Not thread-safe.
 */
interface Chunks {
    /** The most bytes that are compressed together: twice the window of deflate, and the most that framed Snappy takes. */
    int LARGEST = 64 << 10;

    /** Appends what a file begins with. */
    default void begin(Segments target) {}

    /** Appends the first {@code count} bytes of {@code chunk} as they are stored. */
    void write(byte[] chunk, int count, Segments target);

    /** Appends what a file ends with. */
    default void end(Segments target) {}
}
