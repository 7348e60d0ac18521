package io.nrtstreams.connect.s3.block;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;

/** Blocks as Zstandard frames (RFC 8878). */
final class ZstdBlocks implements BlockCompressor {
    private final int level;
    private byte[] out = new byte[0];

    ZstdBlocks(int level) {
        this.level = level;
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        int most = Math.toIntExact(Zstd.compressBound(count));
        if (out.length < most) {
            out = new byte[most];
        }
        long length = Zstd.compressByteArray(out, 0, out.length, block, 0, count, level);
        if (Zstd.isError(length)) {
            throw new IllegalStateException("zstd cannot compress a block: " + Zstd.getErrorName(length));
        }
        return ByteBuffer.wrap(out, 0, (int) length);
    }
}
