package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.SegmentPool;

/**
 * What is common to the formats.
 *
 * @param envelope what is written beside the value
 * @param compression of the file, or of what is within it
 * @param compressionLevel on the compression's own scale; without meaning where it has none
 * @param segments where the memory of files comes from
 */
public record FormatSettings(Envelope envelope, Compression compression, int compressionLevel, SegmentPool segments) {
    /** Files whose memory is made anew. */
    public FormatSettings(Envelope envelope, Compression compression, int compressionLevel) {
        this(envelope, compression, compressionLevel, SegmentPool.none());
    }
}
