package io.nrtstreams.connect.kit.metrics;

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
import org.apache.kafka.common.metrics.stats.Rate;
import org.apache.kafka.common.utils.Time;

/**
 * A registry of the task's own that shows its metrics as MBeans
 * {@code nrt.streams:type=<group>,<tags>}, for workers that have none for plugins.
 */
final class JmxRegistry implements MetricRegistry {
    private final String group;
    private final Metrics metrics;
    private final Map<String, String> tags;

    JmxRegistry(String group, Map<String, String> tags) {
        this.group = group;
        this.tags = tags;
        this.metrics = new Metrics(
                new MetricConfig(), List.of(new JmxReporter()), Time.SYSTEM, new KafkaMetricsContext("nrt.streams"));
    }

    @Override
    public void gauge(Metric metric, Map<String, String> more, LongSupplier value) {
        Gauge<Long> gauge = (config, now) -> value.getAsLong();
        metrics.addMetric(name(metric, more), gauge);
    }

    @Override
    public Sensor averageAndMaximum(String name, Metric average, Metric maximum) {
        Sensor sensor = metrics.sensor(name);
        sensor.add(name(average, Map.of()), new Avg());
        sensor.add(name(maximum, Map.of()), new Max());
        return sensor;
    }

    @Override
    public Sensor rate(String name, Metric rate) {
        Sensor sensor = metrics.sensor(name);
        sensor.add(name(rate, Map.of()), new Rate());
        return sensor;
    }

    private MetricName name(Metric metric, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(more);
        return metrics.metricName(metric.name(), group, metric.doc(), all);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
