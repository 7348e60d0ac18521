package io.nrtstreams.connect.s3.metrics;

import io.nrtstreams.connect.kit.metrics.MetricRegistry;
import io.nrtstreams.connect.s3.delivery.Monitor;
import io.nrtstreams.connect.s3.delivery.RotationReason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * The metrics of one task: written by the task's thread, read by any. Nothing is counted per stored record, so that
 * metrics cost nothing there.
 */
public final class SinkMetrics implements Monitor, AutoCloseable {
    private final MetricRegistry registry;
    private final LongAdder objects = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<RotationReason, LongAdder> rotations = new EnumMap<>(RotationReason.class);
    private final Sensor age;
    private volatile Held held = new Held(0, 0, 0);
    private volatile long frontierLag;

    private SinkMetrics(MetricRegistry registry) {
        this.registry = registry;
        this.age = registry.averageAndMaximum(
                "record-age", SinkMetric.RECORD_AGE_AVG.metric(), SinkMetric.RECORD_AGE_MAX.metric());
        gauges();
    }

    /**
     * Registers the metrics of a task with its worker, or in JMX where the worker is older than Kafka 4.1.
     *
     * @param connector name of the connector
     * @param writerId names the task run
     */
    public static SinkMetrics of(SinkTaskContext context, String connector, String writerId) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("connector", connector);
        tags.put("writer", writerId);
        return new SinkMetrics(MetricRegistry.of(new OfWorker(context), "s3-sink", tags));
    }

    /**
     * Asks for the worker's registry. A class and no method reference or lambda: those are linked where they stand, and
     * on a worker before Kafka 4.1 that fails before anybody can catch it.
     */
    private record OfWorker(SinkTaskContext context) implements Supplier<PluginMetrics> {
        @Override
        public PluginMetrics get() {
            return context.pluginMetrics();
        }
    }

    private void gauges() {
        Map<String, String> noTags = Map.of();
        registry.gauge(SinkMetric.OPEN_FILES.metric(), noTags, () -> held.openFiles());
        registry.gauge(SinkMetric.BUFFERED_BYTES.metric(), noTags, () -> held.bytes());
        registry.gauge(SinkMetric.REQUESTS_IN_FLIGHT.metric(), noTags, () -> held.requests());
        registry.gauge(SinkMetric.FRONTIER_LAG.metric(), noTags, () -> frontierLag);
        registry.gauge(SinkMetric.OBJECTS.metric(), noTags, objects::sum);
        registry.gauge(SinkMetric.BYTES.metric(), noTags, bytes::sum);
        registry.gauge(SinkMetric.RECORDS.metric(), noTags, records::sum);
        registry.gauge(SinkMetric.SKIPPED.metric(), noTags, skipped::sum);
        registry.gauge(SinkMetric.DEAD_LETTERED.metric(), noTags, deadLettered::sum);
        registry.gauge(SinkMetric.RETRIES.metric(), noTags, retries::sum);
        for (RotationReason reason : RotationReason.values()) {
            LongAdder count = new LongAdder();
            Map<String, String> tags =
                    Map.of("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            registry.gauge(SinkMetric.ROTATIONS.metric(), tags, count::sum);
            rotations.put(reason, count);
        }
    }

    @Override
    public void published(long stored, long size, long ageMillis) {
        objects.increment();
        records.add(stored);
        bytes.add(size);
        if (ageMillis >= 0) {
            age.record((double) ageMillis);
        }
    }

    @Override
    public void closed(RotationReason reason) {
        LongAdder count = rotations.get(reason);
        if (count != null) {
            count.increment();
        }
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void holds(Held now) {
        held = now;
    }

    /** A record without a value was skipped. */
    public void skipped() {
        skipped.increment();
    }

    /** A record was handed to Connect's reporter. */
    public void deadLettered() {
        deadLettered.increment();
    }

    /** So many offsets were read and cannot be committed yet. */
    public void lags(long offsets) {
        frontierLag = offsets;
    }

    @Override
    public void close() {
        registry.close();
    }
}
