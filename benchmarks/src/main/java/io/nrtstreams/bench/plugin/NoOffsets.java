package io.nrtstreams.bench.plugin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** Of a connector that starts for the first time. */
public final class NoOffsets implements OffsetStorageReader {
    @Override
    public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
        return null;
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        return new HashMap<>();
    }
}
