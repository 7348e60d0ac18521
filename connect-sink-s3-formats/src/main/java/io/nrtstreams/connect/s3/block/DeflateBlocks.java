package io.nrtstreams.connect.s3.block;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Blocks as raw deflate streams (RFC 1951), without the header and checksum of zlib. */
final class DeflateBlocks implements BlockCompressor {
    private final Deflater deflater;
    private byte[] out = new byte[16 << 10];

    DeflateBlocks(int level) {
        this.deflater = new Deflater(level, true);
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        deflater.reset();
        deflater.setInput(block, 0, count);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            if (length == out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            length += deflater.deflate(out, length, out.length - length);
        }
        return ByteBuffer.wrap(out, 0, length);
    }
}
