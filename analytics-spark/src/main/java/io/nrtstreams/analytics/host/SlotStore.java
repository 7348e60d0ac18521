package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.KeyValueStore;
import org.apache.spark.sql.streaming.MapState;
import org.jspecify.annotations.Nullable;

/** A slot's state as Spark keeps it. */
record SlotStore(MapState<byte[], byte[]> entries) implements KeyValueStore {

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.getValue(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.updateValue(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.removeKey(key);
    }
}
