package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.file.Compression;
import java.nio.ByteBuffer;

/**
 * Compresses a block of an Avro file, each on its own. One serves all files of a task and keeps its buffer, which is as
 * large as the largest block. Not thread-safe.
 */
interface BlockCodec {
    /** As the file's header names it. */
    String name();

    /** The first {@code count} bytes of {@code block}, compressed: an array-backed buffer, until the next call. */
    ByteBuffer compress(byte[] block, int count);

    /** The codec of a compression. */
    static BlockCodec of(Compression compression, int level) {
        return switch (compression) {
            case NONE -> new NullCodec();
            case GZIP -> new DeflateCodec(level);
            case SNAPPY -> new SnappyCodec();
            case ZSTD -> new ZstdCodec(level);
        };
    }
}
