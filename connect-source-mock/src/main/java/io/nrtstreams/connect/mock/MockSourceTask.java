package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.BuildVersion;
import io.nrtstreams.connect.mock.metrics.SourceMetrics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/** A task of {@link MockSourceConnector}: what Connect needs of one; {@link StartedSource} does the work. */
public final class MockSourceTask extends SourceTask {
    private final InstantSource clock;
    private final Supplier<Pause> pauses;
    private volatile @Nullable StartedSource started;
    private volatile @Nullable TransactionContext transactions;

    /** For Connect. */
    public MockSourceTask() {
        this(InstantSource.system(), Pause::real);
    }

    MockSourceTask(InstantSource clock, Supplier<Pause> pauses) {
        this.clock = clock;
        this.pauses = pauses;
    }

    @Override
    public String version() {
        return BuildVersion.current();
    }

    @Override
    public void start(Map<String, String> config) {
        transactions = transactions();
        SourceStart start = new SourceStart(SourceSettings.of(config), context.offsetStorageReader(), clock);
        started = start.start(TaskShards.of(config), pauses.get(), new Progress(metrics(config)));
    }

    private @Nullable TransactionContext transactions() {
        try {
            return context.transactionContext();
        } catch (LinkageError e) {
            // The worker's Connect API is older than Kafka 3.3 and knows no transactions.
            return null;
        }
    }

    private SourceMetrics metrics(Map<String, String> config) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("connector", config.getOrDefault("name", "unnamed"));
        tags.put("shards", TaskShards.of(config).toString());
        return SourceMetrics.of(new OfWorker(context), tags);
    }

    /**
     * Asks for the worker's registry. A class and no method reference or lambda: those are linked where they stand, and
     * on a worker before Kafka 4.1 that fails before anybody can catch it.
     */
    private record OfWorker(SourceTaskContext context) implements Supplier<PluginMetrics> {
        @Override
        public PluginMetrics get() {
            return context.pluginMetrics();
        }
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        StartedSource source = started;
        List<SourceRecord> batch = source == null ? List.of() : source.poll();
        if (batch.isEmpty()) {
            return null;
        }
        // Given where transaction.boundary=connector: a batch is never parted.
        TransactionContext boundary = transactions;
        if (boundary != null) {
            boundary.commitTransaction();
        }
        return batch;
    }

    @Override
    public void stop() {
        StartedSource source = started;
        started = null;
        if (source != null) {
            source.close();
        }
    }
}
