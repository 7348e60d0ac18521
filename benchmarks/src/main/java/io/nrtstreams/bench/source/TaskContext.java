package io.nrtstreams.bench.source;

import io.nrtstreams.bench.plugin.NoOffsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * What a task asks of the framework; it starts for the first time.
 *
 * @param configs its configuration
 * @param pluginMetrics where its metrics go
 */
record TaskContext(Map<String, String> configs, PluginMetrics pluginMetrics) implements SourceTaskContext {
    TaskContext(Map<String, String> configs) {
        this(configs, new PluginMetricsImpl(new Metrics(), new LinkedHashMap<>(Map.of("task", "0"))));
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return new NoOffsets();
    }
}
