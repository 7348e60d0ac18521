package io.nrtstreams.connect.s3.avro;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;

/** Blocks as Zstandard frames (RFC 8878). */
final class ZstdCodec implements BlockCodec {
    private final int level;
    private byte[] out = new byte[0];

    ZstdCodec(int level) {
        this.level = level;
    }

    @Override
    public String name() {
        return "zstandard";
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
