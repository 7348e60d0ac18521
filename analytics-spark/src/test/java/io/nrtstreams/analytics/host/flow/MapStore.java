package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory that counts the bytes that are written to it. */
final class MapStore implements KeyValueStore {

    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private long written;
    private int largest;

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
        written += key.length + value.length;
        largest = Math.max(largest, value.length);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }

    MapStore copy() {
        MapStore copy = new MapStore();
        copy.entries.putAll(entries);
        return copy;
    }

    int size() {
        return entries.size();
    }

    /** Bytes of keys and values since the last call. */
    long takeWritten() {
        long bytes = written;
        written = 0;
        return bytes;
    }

    int largest() {
        return largest;
    }

    /** What it holds, to compare. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        entries.forEach((key, value) ->
                texts.put(HexFormat.of().formatHex(key), HexFormat.of().formatHex(value)));
        return texts;
    }
}
