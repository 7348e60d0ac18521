package io.nrtstreams.connect.s3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What Connect would be asked. */
public final class FakeContext implements SinkTaskContext {
    final Set<TopicPartition> assigned = new HashSet<>();
    final Set<TopicPartition> paused = new HashSet<>();
    final Map<TopicPartition, Long> rewinds = new HashMap<>();
    final Map<SinkRecord, Throwable> reported = new LinkedHashMap<>();
    final List<Long> timeouts = new ArrayList<>();
    boolean hasReporter;

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        rewinds.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        if (!assigned.contains(partition)) {
            throw new IllegalStateException("Connect would fail to seek in " + partition + ", which is not assigned");
        }
        rewinds.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        timeouts.add(timeoutMs);
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assigned;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused.addAll(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        List.of(partitions).forEach(paused::remove);
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return hasReporter
                ? (record, error) -> {
                    reported.put(record, error);
                    return CompletableFuture.completedFuture(null);
                }
                : null;
    }

    /** Null stands for a worker that is older than this method. */
    public FakePluginMetrics metrics = new FakePluginMetrics();

    @Override
    public PluginMetrics pluginMetrics() {
        if (metrics == null) {
            throw new NoSuchMethodError("pluginMetrics");
        }
        return metrics;
    }
}
