package io.nrtstreams.it.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/** What a task asks of Connect; the driver does it before the next poll. */
final class TaskContext implements SinkTaskContext {
    private static final long NOT_SET = -1;

    final Set<TopicPartition> assigned = new HashSet<>();
    final Set<TopicPartition> paused = new HashSet<>();
    final Map<TopicPartition, Long> rewinds = new HashMap<>();
    private long timeout = NOT_SET;

    /** How long the next poll may wait at most, in milliseconds; asked once. */
    long takeTimeout(long otherwise) {
        long wanted = timeout == NOT_SET ? otherwise : Math.min(timeout, otherwise);
        timeout = NOT_SET;
        return wanted;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        offsets.forEach(this::offset);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        if (!assigned.contains(partition)) {
            throw new IllegalStateException("Connect fails to seek in " + partition + ", which is not assigned");
        }
        rewinds.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
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
        throw new UnsupportedOperationException("the sink has its offsets committed at Connect's own times");
    }

    @Override
    public @Nullable ErrantRecordReporter errantRecordReporter() {
        return null;
    }

    /** As in a worker that is older than KIP-877, whose interface lacks the method. */
    @Override
    public PluginMetrics pluginMetrics() {
        throw new NoSuchMethodError("pluginMetrics");
    }
}
