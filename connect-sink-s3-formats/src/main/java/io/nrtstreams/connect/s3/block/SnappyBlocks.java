package io.nrtstreams.connect.s3.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.xerial.snappy.Snappy;

/** Blocks in Snappy's raw format. */
final class SnappyBlocks implements BlockCompressor {
    private byte[] out = new byte[0];

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        int most = Snappy.maxCompressedLength(count);
        if (out.length < most) {
            out = new byte[most];
        }
        int length = snappy(block, count);
        return ByteBuffer.wrap(out, 0, length);
    }

    private int snappy(byte[] block, int count) {
        try {
            return Snappy.compress(block, 0, count, out, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
