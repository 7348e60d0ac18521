package io.nrtstreams.connect.s3.format;

/** How the records of a file are written. Not thread-safe. */
public interface RecordFormat {
    /** What the format adds to the file name, e.g. {@code .json}. */
    String extension();

    /** The media type of an object without compression. */
    String contentType();

    /** The encoder that a path begins with. */
    FileEncoder encoder();
}
