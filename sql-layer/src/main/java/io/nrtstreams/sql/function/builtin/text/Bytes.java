package io.nrtstreams.sql.function.builtin.text;

import java.nio.ByteBuffer;

/** Reads byte buffers without moving their positions. */
final class Bytes {

    private Bytes() {}

    static byte[] of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    /** Bytes from one index to before the other, counted from the first; without copying. */
    static ByteBuffer slice(ByteBuffer buffer, int from, int to) {
        return buffer.slice(buffer.position() + from, to - from);
    }
}
