package io.nrtstreams.bench.sink;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/** What a task asks of the framework; the loop reads it. There is no dead letter queue. Not thread-safe. */
final class TaskContext implements SinkTaskContext {
    private static final long NOT_ASKED = -1;

    private final Map<String, String> configs;
    private final Set<TopicPartition> assignment;
    private final Set<TopicPartition> paused = new HashSet<>();
    private final Map<TopicPartition, Long> rewinds = new HashMap<>();
    private final PluginMetrics metrics =
            new PluginMetricsImpl(new Metrics(), new LinkedHashMap<>(Map.of("task", "0")));
    private long timeoutMillis = NOT_ASKED;

    TaskContext(Map<String, String> configs, Set<TopicPartition> assignment) {
        this.configs = configs;
        this.assignment = assignment;
    }

    boolean isPaused(TopicPartition partition) {
        return paused.contains(partition);
    }

    /** Takes what is to be read again, once. */
    Map<TopicPartition, Long> takeRewinds() {
        Map<TopicPartition, Long> taken = Map.copyOf(rewinds);
        rewinds.clear();
        return taken;
    }

    /** Takes how long the next poll may last: what was asked for, once, but no longer than {@code longest}. */
    long takeTimeout(long longest) {
        long asked = timeoutMillis;
        timeoutMillis = NOT_ASKED;
        return asked < 0 ? longest : Math.min(asked, longest);
    }

    @Override
    public Map<String, String> configs() {
        return configs;
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        rewinds.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        rewinds.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        timeoutMillis = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assignment;
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
        // The loop commits often enough; the framework, too, takes this as a hint.
    }

    @Override
    public @Nullable ErrantRecordReporter errantRecordReporter() {
        return null;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return metrics;
    }
}
