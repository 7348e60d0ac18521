package io.nrtstreams.connect.s3.file;

import java.util.Locale;
import java.util.function.Supplier;

/** How files are compressed. */
public enum Compression {
    NONE("", 0, 0),
    GZIP(".gz", 9, 6),
    /** By zstd-jni, which is on the class path of every Kafka worker. */
    ZSTD(".zst", 19, 3),
    /** By snappy-java, which is on the class path of every Kafka worker. */
    SNAPPY(".sz", 0, 0);

    private final String extension;
    private final int highestLevel;
    private final int usualLevel;

    Compression(String extension, int highestLevel, int usualLevel) {
        this.extension = extension;
        this.highestLevel = highestLevel;
        this.usualLevel = usualLevel;
    }

    /** What the compression adds to the file name, e.g. {@code .gz}. */
    public String extension() {
        return extension;
    }

    /** The level of the smallest files; the fastest is 1. 0 where there is nothing to choose. */
    public int highestLevel() {
        return highestLevel;
    }

    /** What the compression's own tools take without being told; 0 where there is nothing to choose. */
    public int usualLevel() {
        return usualLevel;
    }

    /**
     * Makes new files. The files of one supplier share a compressor, so they must all be used by one thread.
     *
     * @param level 1 to {@link #highestLevel}; without meaning where that is 0
     * @param pool where their memory comes from
     * @throws LinkageError where {@link #requireLibrary} refuses
     */
    public Supplier<FileBytes> files(int level, SegmentPool pool) {
        return switch (this) {
            case NONE -> () -> new PlainBytes(pool);
            case GZIP -> gzip(new SharedDeflater(level), pool);
            case ZSTD -> chunked(new ZstdFrames(level), pool);
            case SNAPPY -> chunked(new SnappyFrames(), pool);
        };
    }

    private static Supplier<FileBytes> gzip(SharedDeflater deflater, SegmentPool pool) {
        return () -> new ChunkedBytes(new GzipMember(deflater), pool);
    }

    private static Supplier<FileBytes> chunked(Chunks chunks, SegmentPool pool) {
        return () -> new ChunkedBytes(chunks, pool);
    }

    /**
     * Tries whether files can be compressed here: the class may be missing, or its native part may not load, as where
     * the folder for temporary files forbids execution.
     *
     * @throws IllegalArgumentException if not; the message has the cause and the remedy
     */
    public void requireLibrary() {
        try {
            files(usualLevel(), SegmentPool.none()).get().finish();
        } catch (LinkageError e) {
            throw new IllegalArgumentException(
                    "the library of " + name().toLowerCase(Locale.ROOT)
                            + " cannot be loaded here (" + e
                            + "); Kafka's own libs folder has it, and java.io.tmpdir must be a folder where its native"
                            + " part can be unpacked and run; or use gzip",
                    e);
        }
    }
}
