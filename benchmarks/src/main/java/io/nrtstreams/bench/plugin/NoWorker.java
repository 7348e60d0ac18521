package io.nrtstreams.bench.plugin;

import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What a connector without a worker asks of the framework: its one task changes never, and no offset is stored. */
public final class NoWorker implements SourceConnectorContext {
    @Override
    public void requestTaskReconfiguration() {
        throw new IllegalStateException("the connector asks for other tasks");
    }

    @Override
    public void raiseError(Exception e) {
        throw new IllegalStateException("the connector failed", e);
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("only tasks are measured");
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return new NoOffsets();
    }
}
