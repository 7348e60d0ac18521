package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.block.BlockCompressor;
import io.nrtstreams.connect.s3.file.Compression;

/**
 * How the blocks of an Avro file are compressed.
 *
 * @param name as the file's header has it
 */
record BlockCodec(String name, BlockCompressor compressor) {
    /** The codec of a compression. */
    static BlockCodec of(Compression compression, int level) {
        return switch (compression) {
            case NONE -> new BlockCodec("null", BlockCompressor.none());
            case GZIP -> new BlockCodec("deflate", BlockCompressor.deflate(level));
            case SNAPPY -> new BlockCodec("snappy", new SnappyWithChecksum(BlockCompressor.snappy()));
            case ZSTD -> new BlockCodec("zstandard", BlockCompressor.zstd(level));
        };
    }
}
