package io.nrtstreams.connect.s3.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.utils.Time;

/**
 * A registry of the task's own that shows its metrics as MBeans
 * {@code nrt.streams:type=s3-sink,connector=<name>,writer=<id>}, for workers that have none for plugins.
 */
final class JmxRegistry implements MetricRegistry {
    private static final String GROUP = "s3-sink";

    private final Metrics metrics;
    private final Map<String, String> tags;

    JmxRegistry(Map<String, String> tags) {
        this.tags = tags;
        this.metrics = new Metrics(
                new MetricConfig(), List.of(new JmxReporter()), Time.SYSTEM, new KafkaMetricsContext("nrt.streams"));
    }

    @Override
    public void gauge(SinkMetric metric, Map<String, String> more, LongSupplier value) {
        Gauge<Long> gauge = (config, now) -> value.getAsLong();
        metrics.addMetric(name(metric, more), gauge);
    }

    @Override
    public Sensor averageAndMaximum(String name, SinkMetric average, SinkMetric maximum) {
        Sensor sensor = metrics.sensor(name);
        sensor.add(name(average, Map.of()), new Avg());
        sensor.add(name(maximum, Map.of()), new Max());
        return sensor;
    }

    private MetricName name(SinkMetric metric, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(more);
        return metrics.metricName(metric.metricName(), GROUP, metric.doc(), all);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
