package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Compression;

/**
 * What is common to the formats.
 *
 * @param envelope what is written beside the value
 * @param compression of the file, or of what is within it
 * @param compressionLevel 1 (fast) to 9 (small)
 */
public record FormatSettings(Envelope envelope, Compression compression, int compressionLevel) {}
