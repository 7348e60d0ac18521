package io.nrtstreams.connect.mock.metrics;

import io.nrtstreams.connect.kit.metrics.MetricRegistry;
import io.nrtstreams.connect.mock.series.DirtKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;

/** The metrics of one task: written by the task's thread, once a poll and for planted dirt, read by any. */
public final class SourceMetrics implements AutoCloseable {
    private final MetricRegistry registry;
    private final LongAdder records = new LongAdder();
    private final Map<DirtKind, LongAdder> dirt = new EnumMap<>(DirtKind.class);
    private final Sensor rate;
    private volatile State state = new State(0, 0, 0, false);
    private final LongAdder tombstones = new LongAdder();
    private volatile Reached reached = new Reached(0, 0);

    /**
     * Where a task is.
     *
     * @param position records emitted since the series began, over all its shards
     * @param badRows rows that became no records
     * @param behindMillis how long ago the next record was due
     * @param complete whether no record is left
     */
    public record State(long position, long badRows, long behindMillis, boolean complete) {}

    private record Reached(long eventMillis, long lagMillis) {}

    private SourceMetrics(MetricRegistry registry) {
        this.registry = registry;
        this.rate = registry.rate("records", SourceMetric.RATE.metric());
        Map<String, String> noTags = Map.of();
        registry.gauge(SourceMetric.RECORDS.metric(), noTags, records::sum);
        registry.gauge(SourceMetric.BEHIND.metric(), noTags, () -> state.behindMillis());
        registry.gauge(SourceMetric.POSITION.metric(), noTags, () -> state.position());
        registry.gauge(SourceMetric.EVENT_TIME.metric(), noTags, () -> reached.eventMillis());
        registry.gauge(SourceMetric.EVENT_LAG.metric(), noTags, () -> reached.lagMillis());
        registry.gauge(SourceMetric.TOMBSTONES.metric(), noTags, tombstones::sum);
        registry.gauge(SourceMetric.BAD_ROWS.metric(), noTags, () -> state.badRows());
        registry.gauge(SourceMetric.COMPLETE.metric(), noTags, () -> state.complete() ? 1 : 0);
        for (DirtKind kind : DirtKind.values()) {
            LongAdder count = new LongAdder();
            registry.gauge(SourceMetric.DIRT.metric(), Map.of("kind", kind.label()), count::sum);
            dirt.put(kind, count);
        }
    }

    /**
     * Registers the metrics of a task with its worker, or in JMX where the worker is older than Kafka 4.1.
     *
     * @param ofWorker asks the task's context
     * @param tags tell the tasks of a worker apart
     */
    public static SourceMetrics of(Supplier<PluginMetrics> ofWorker, Map<String, String> tags) {
        return new SourceMetrics(MetricRegistry.of(ofWorker, "mock-source", tags));
    }

    /** Records were handed over. */
    public void emitted(int count) {
        records.add(count);
        rate.record(count);
    }

    /**
     * The last record that was handed over and has an event time has this one.
     *
     * @param eventMillis in milliseconds since the epoch
     * @param lagMillis how long before the wall clock's time that is
     */
    public void reached(long eventMillis, long lagMillis) {
        reached = new Reached(eventMillis, lagMillis);
    }

    /** A record without a value was handed over. */
    public void tombstone() {
        tombstones.increment();
    }

    /** A defect was planted. */
    public void planted(DirtKind kind) {
        LongAdder count = dirt.get(kind);
        if (count != null) {
            count.increment();
        }
    }

    /** The task is here now. */
    public void isAt(State now) {
        state = now;
    }

    @Override
    public void close() {
        registry.close();
    }
}
