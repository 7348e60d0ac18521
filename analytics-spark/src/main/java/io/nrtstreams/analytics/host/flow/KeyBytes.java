package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of some bytes that keys are found by in memory. One for asking may be set anew; one that is held never is. */
final class KeyBytes {

    private byte[] bytes = {};
    private int from;
    private int to;
    private int hash;

    /** Means other bytes from now on. */
    void set(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        to = end;
        int sum = 1;
        for (int i = start; i < end; i++) {
            sum = 31 * sum + source[i];
        }
        hash = sum;
    }

    KeyBytes copy() {
        KeyBytes copy = new KeyBytes();
        copy.bytes = Arrays.copyOfRange(bytes, from, to);
        copy.to = copy.bytes.length;
        copy.hash = hash;
        return copy;
    }

    /** Of a copy: all of its bytes. */
    byte[] whole() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyBytes that
                && hash == that.hash
                && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
