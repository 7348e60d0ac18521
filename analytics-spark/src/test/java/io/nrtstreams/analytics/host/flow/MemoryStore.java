package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A slot's store in memory, which counts what is written. */
final class MemoryStore implements KeyValueStore {

    final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    long written;

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        written += key.length + value.length;
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }
}
