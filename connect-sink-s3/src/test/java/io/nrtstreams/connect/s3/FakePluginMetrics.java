package io.nrtstreams.connect.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;

/** The worker's registry for the metrics of one task. */
public final class FakePluginMetrics implements PluginMetrics {
    private final Map<MetricName, MetricValueProvider<?>> metrics = new LinkedHashMap<>();
    private final Metrics sensors = new Metrics();

    /** The value of a gauge. */
    public Object value(String name, String... tags) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            wanted.put(tags[i], tags[i + 1]);
        }
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name)
                        && entry.getKey().tags().equals(wanted))
                .map(entry -> ((Gauge<?>) entry.getValue()).value(new MetricConfig(), 0))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no metric " + name + " " + wanted));
    }

    /** The value of a statistic. */
    public Object statistic(String name) {
        return sensors.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(entry -> entry.getValue().metricValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no metric " + name));
    }

    @Override
    public MetricName metricName(String name, String description, LinkedHashMap<String, String> tags) {
        return new MetricName(name, "plugins", description, tags);
    }

    @Override
    public void addMetric(MetricName metricName, MetricValueProvider<?> metricValueProvider) {
        if (metrics.putIfAbsent(metricName, metricValueProvider) != null) {
            throw new IllegalArgumentException("a metric " + metricName + " is there already");
        }
    }

    @Override
    public void removeMetric(MetricName metricName) {
        metrics.remove(metricName);
    }

    @Override
    public Sensor addSensor(String name) {
        return sensors.sensor(name);
    }

    @Override
    public void removeSensor(String name) {
        sensors.removeSensor(name);
    }
}
