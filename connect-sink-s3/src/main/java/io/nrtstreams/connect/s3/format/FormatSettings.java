package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Compression;

/**
 * What is common to the formats.
 *
 * @param envelope what is written beside the value
 * @param compression of the file, or of what is within it
 * @param compressionLevel on the compression's own scale; without meaning where it has none
 */
public record FormatSettings(Envelope envelope, Compression compression, int compressionLevel) {}
