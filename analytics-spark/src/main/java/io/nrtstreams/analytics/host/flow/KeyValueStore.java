package io.nrtstreams.analytics.host.flow;

import org.jspecify.annotations.Nullable;

/** Bytes by bytes, of one slot. Nobody changes an array that was given or got. */
public interface KeyValueStore {

    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    void delete(byte[] key);
}
