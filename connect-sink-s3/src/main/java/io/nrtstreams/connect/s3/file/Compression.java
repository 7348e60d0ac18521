package io.nrtstreams.connect.s3.file;

import java.util.function.Supplier;

/** How files are compressed. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    SNAPPY(".snappy"),
    ZSTD(".zst");

    private final String extension;

    Compression(String extension) {
        this.extension = extension;
    }

    /** What the compression adds to the file name, e.g. {@code .gz}. */
    public String extension() {
        return extension;
    }

    /**
     * Makes new files. The files of one supplier share a compressor, so they must all be used by one thread.
     *
     * @param level 1 (fast) to 9 (small); without meaning for {@link #NONE}
     * @throws IllegalArgumentException for a compression that only formats with blocks of their own have
     */
    public Supplier<FileBytes> files(int level) {
        if (this == NONE) {
            return PlainBytes::new;
        }
        if (this != GZIP) {
            throw new IllegalArgumentException("expected none or gzip, as whole files are compressed");
        }
        SharedDeflater deflater = new SharedDeflater(level);
        return () -> new GzipBytes(deflater);
    }
}
