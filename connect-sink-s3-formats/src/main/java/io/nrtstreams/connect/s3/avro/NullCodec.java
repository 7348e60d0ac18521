package io.nrtstreams.connect.s3.avro;

import java.nio.ByteBuffer;

/** Blocks as they are. */
final class NullCodec implements BlockCodec {
    @Override
    public String name() {
        return "null";
    }

    @Override
    public ByteBuffer compress(byte[] block, int count) {
        return ByteBuffer.wrap(block, 0, count);
    }
}
