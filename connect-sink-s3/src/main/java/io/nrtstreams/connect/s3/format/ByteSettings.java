package io.nrtstreams.connect.s3.format;

/**
 * How values are stored that are bytes already.
 *
 * @param separator what follows each value, as UTF-8; may be empty
 * @param extension of the file name, e.g. {@code .bin}
 */
public record ByteSettings(String separator, String extension) {}
