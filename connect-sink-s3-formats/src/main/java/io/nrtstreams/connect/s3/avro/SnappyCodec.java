package io.nrtstreams.connect.s3.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.xerial.snappy.Snappy;

/** Blocks in Snappy's raw format, each followed by the big-endian CRC-32 of what it was. */
final class SnappyCodec implements BlockCodec {
    private static final int CHECKSUM = 4;

    private final CRC32 checksum = new CRC32();
    private byte[] out = new byte[0];

    @Override
    public String name() {
        return "snappy";
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        int most = Snappy.maxCompressedLength(count) + CHECKSUM;
        if (out.length < most) {
            out = new byte[most];
        }
        int length = snappy(block, count);
        checksum.reset();
        checksum.update(block, 0, count);
        ByteBuffer.wrap(out).putInt(length, (int) checksum.getValue());
        return ByteBuffer.wrap(out, 0, length + CHECKSUM);
    }

    private int snappy(byte[] block, int count) {
        try {
            return Snappy.compress(block, 0, count, out, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
