package io.nrtstreams.connect.s3.file;

/** The bytes of an open file, compressed or not. Not thread-safe. */
public interface FileBytes {
    /** Appends {@code count} bytes of {@code bytes} from its start. */
    void append(byte[] bytes, int count);

    /** About how large the file would be if it were finished now, in bytes; what is not yet compressed counts in full. */
    long length();

    /** Bytes of memory held. */
    long memory();

    /** Ends the file; nothing may be appended any more. */
    Segments finish();
}
