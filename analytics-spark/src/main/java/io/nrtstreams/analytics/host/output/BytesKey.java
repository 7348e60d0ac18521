package io.nrtstreams.analytics.host.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record's key, to look for. */
final class BytesKey {

    private final byte @Nullable [] bytes;
    private final int hash;

    BytesKey(byte @Nullable [] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytesKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
