package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.block.BlockCompressor;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Avro's form of Snappy: each block is followed by the big-endian CRC-32 of what it was. */
final class SnappyWithChecksum implements BlockCompressor {
    private static final int CHECKSUM = 4;

    private final BlockCompressor snappy;
    private final CRC32 checksum = new CRC32();
    private ByteBuffer out = ByteBuffer.allocate(0);

    SnappyWithChecksum(BlockCompressor snappy) {
        this.snappy = snappy;
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        ByteBuffer compressed = snappy.compress(block, count);
        checksum.reset();
        checksum.update(block, 0, count);
        int length = compressed.remaining() + CHECKSUM;
        if (out.capacity() < length) {
            out = ByteBuffer.allocate(length);
        }
        out.clear();
        return out.put(compressed).putInt((int) checksum.getValue()).flip();
    }
}
