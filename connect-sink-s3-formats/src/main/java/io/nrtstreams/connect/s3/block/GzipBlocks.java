package io.nrtstreams.connect.s3.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Blocks as gzip files of one member: a header without name and time, raw deflate, checksum and length. */
final class GzipBlocks implements BlockCompressor {
    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private static final int TRAILER = 8;

    private final DeflateBlocks deflate;
    private final CRC32 checksum = new CRC32();
    private ByteBuffer out = ByteBuffer.allocate(0);

    GzipBlocks(DeflateBlocks deflate) {
        this.deflate = deflate;
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        ByteBuffer deflated = deflate.compress(block, count);
        checksum.reset();
        checksum.update(block, 0, count);
        int length = HEADER.length + deflated.remaining() + TRAILER;
        if (out.capacity() < length) {
            out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
        out.clear();
        out.put(HEADER).put(deflated).putInt((int) checksum.getValue()).putInt(count);
        return out.flip();
    }
}
