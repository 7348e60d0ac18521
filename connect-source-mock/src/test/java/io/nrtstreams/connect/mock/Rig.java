package io.nrtstreams.connect.mock;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** A worker with one thread and a clock that moves only when a task waits or a test says so. It keeps offsets. */
final class Rig implements InstantSource, SourceTaskContext, OffsetStorageReader {
    static final Instant BEGIN = Instant.parse("2022-12-03T01:29:54.123456Z");

    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
    private final List<MockSourceTask> tasks = new ArrayList<>();
    private Map<String, String> config = Map.of();
    private Instant now = BEGIN;
    /** The worker's, where the connector defines the transactions. */
    @Nullable TransactionContext transactions;

    long waits;
    long waitedNanos;

    static Map<String, String> config(String feed, String... more) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("connector.class", MockSourceConnector.class.getName());
        config.put("name", "c");
        config.put("tasks.max", "1");
        config.put("feed", feed);
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    /** Starts the connector and its tasks; those of before are stopped. */
    Rig start(Map<String, String> connectorConfig, int tasksMax) {
        stop();
        config = connectorConfig;
        MockSourceConnector connector = new MockSourceConnector();
        connector.start(connectorConfig);
        for (Map<String, String> taskConfig : connector.taskConfigs(tasksMax)) {
            MockSourceTask task = new MockSourceTask(this, Wait::new);
            task.initialize(this);
            task.start(taskConfig);
            tasks.add(task);
        }
        return this;
    }

    Rig start(Map<String, String> connectorConfig) {
        return start(connectorConfig, 1);
    }

    void stop() {
        tasks.forEach(MockSourceTask::stop);
        tasks.clear();
    }

    /** One poll of every task; the records count as committed. */
    List<SourceRecord> poll() {
        List<SourceRecord> records = new ArrayList<>();
        try {
            for (MockSourceTask task : tasks) {
                List<SourceRecord> batch = task.poll();
                if (batch != null) {
                    records.addAll(batch);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
        records.forEach(record -> offsets.put(record.sourcePartition(), new HashMap<>(record.sourceOffset())));
        return records;
    }

    /** Polls until there are {@code count} records, which must be after a bounded number of polls. */
    List<SourceRecord> take(int count) {
        List<SourceRecord> records = new ArrayList<>();
        for (int polls = 0; records.size() < count; polls++) {
            if (polls > 100_000) {
                throw new AssertionError(
                        "only " + records.size() + " of " + count + " records after " + polls + " polls");
            }
            records.addAll(poll());
        }
        return records;
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** What is committed for a partition, which must be something. */
    Map<String, Object> committed(Map<String, ?> partition) {
        return Objects.requireNonNull(offsets.get(partition), "no offset is committed");
    }

    void putOffset(Map<String, ?> partition, Map<String, Object> offset) {
        offsets.put(partition, offset);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Map<String, String> configs() {
        return config;
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    /** What a task of the connector's shards says of itself. */
    Object metric(String name, String shards) {
        return metric(name, shards, "");
    }

    Object metric(String name, String shards, String tags) {
        try {
            ObjectName bean = new ObjectName(
                    "nrt.streams:type=mock-source,connector=c,shards=" + ObjectName.quote(shards) + tags);
            return ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name);
        } catch (JMException e) {
            throw new AssertionError("there is no metric " + name, e);
        }
    }

    @Override
    public TransactionContext transactionContext() {
        return transactions;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new NoSuchMethodError("a worker before Kafka 4.1: metrics are in JMX");
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return offsets.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, offsets.get(partition)));
        return found;
    }

    /** Waiting moves the clock. */
    private final class Wait implements Pause {
        @Override
        public void upTo(long nanos) {
            waits++;
            waitedNanos += nanos;
            now = now.plusNanos(nanos);
        }

        @Override
        public void end() {
            // A wait takes no time here.
        }
    }
}
