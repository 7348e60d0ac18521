package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.row.Window;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The window after a key's bytes, as Kafka Streams writes it (its WindowKeySchema and SessionKeySchema): for time windows
 * the start, in 8 bytes; for sessions the end and then the start.
 *
 * @param sizeMs of time windows; 0 for sessions
 */
record KeyWindows(boolean sessions, long sizeMs) {

    static KeyWindows of(KeyWindow window) {
        if (window.kind() == KeyWindow.Kind.SESSION) {
            return new KeyWindows(true, 0);
        }
        return new KeyWindows(
                false,
                window.size()
                        .orElseThrow(() -> new SqlException("Keys in " + window.kind() + " windows need WINDOW_SIZE."))
                        .toMillis());
    }

    private int suffix() {
        return sessions ? 2 * Long.BYTES : Long.BYTES;
    }

    Window window(byte[] bytes) throws DecodeException {
        if (bytes.length < suffix()) {
            throw new DecodeException("a windowed key ends with " + suffix() + " bytes of its window, but it has "
                    + bytes.length + " bytes in all");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long start = buffer.getLong(bytes.length - Long.BYTES);
        long end = sessions ? buffer.getLong(bytes.length - suffix()) : endOf(start);
        if (start < 0 || end < start) {
            throw new DecodeException("the window of the key is not one: it starts before 1970 or after its end");
        }
        return new Window(start, end);
    }

    private long endOf(long start) {
        long end = start + sizeMs;
        return end < 0 ? Long.MAX_VALUE : end;
    }

    byte[] withoutWindow(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - suffix());
    }

    byte[] withWindow(byte[] key, Window window) {
        ByteBuffer buffer = ByteBuffer.allocate(key.length + suffix()).put(key);
        if (sessions) {
            buffer.putLong(window.end());
        }
        return buffer.putLong(window.start()).array();
    }
}
