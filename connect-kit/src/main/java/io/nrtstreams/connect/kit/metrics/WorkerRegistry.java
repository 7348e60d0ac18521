package io.nrtstreams.connect.kit.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Rate;

/**
 * The worker's own registry for plugins (KIP-877, Kafka 4.1 and later), which adds tags for connector and task and removes
 * everything when the task ends.
 */
final class WorkerRegistry implements MetricRegistry {
    private final PluginMetrics metrics;

    WorkerRegistry(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void gauge(Metric metric, Map<String, String> tags, LongSupplier value) {
        Gauge<Long> gauge = (config, now) -> value.getAsLong();
        metrics.addMetric(metrics.metricName(metric.name(), metric.doc(), new LinkedHashMap<>(tags)), gauge);
    }

    @Override
    public Sensor averageAndMaximum(String name, Metric average, Metric maximum) {
        LinkedHashMap<String, String> noTags = new LinkedHashMap<>();
        Sensor sensor = metrics.addSensor(name);
        sensor.add(metrics.metricName(average.name(), average.doc(), noTags), new Avg());
        sensor.add(metrics.metricName(maximum.name(), maximum.doc(), noTags), new Max());
        return sensor;
    }

    @Override
    public Sensor rate(String name, Metric rate) {
        Sensor sensor = metrics.addSensor(name);
        sensor.add(metrics.metricName(rate.name(), rate.doc(), new LinkedHashMap<>()), new Rate());
        return sensor;
    }

    @Override
    public void close() {
        // The worker does it.
    }
}
