package io.nrtstreams.connect.mock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.series.DirtKind;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.junit.jupiter.api.Test;

class SourceMetricsTest {
    private static final Map<String, String> TAGS = Map.of("connector", "c", "shards", "0");

    private static void tell(SourceMetrics metrics) {
        metrics.emitted(30);
        metrics.reached(1_670_030_994_000L, 250);
        metrics.planted(DirtKind.LATE);
        metrics.planted(DirtKind.TOMBSTONE);
        metrics.tombstone();
        metrics.isAt(new SourceMetrics.State(42, 3, 17, true));
    }

    @Test
    void theWorkersRegistryShowsWhatTheTaskDoes() {
        Worker worker = new Worker();
        try (SourceMetrics metrics = SourceMetrics.of(() -> worker, TAGS)) {
            tell(metrics);
        }
        assertThat(worker.value("records-total")).isEqualTo(30L);
        assertThat(worker.value("position")).isEqualTo(42L);
        assertThat(worker.value("bad-rows-total")).isEqualTo(3L);
        assertThat(worker.value("behind-ms")).isEqualTo(17L);
        assertThat(worker.value("complete")).isEqualTo(1L);
        assertThat(worker.value("event-time-ms")).isEqualTo(1_670_030_994_000L);
        assertThat(worker.value("event-lag-ms")).isEqualTo(250L);
        assertThat(worker.value("tombstones-total")).isEqualTo(1L);
        assertThat(worker.value("dirt-total{kind=late}")).isEqualTo(1L);
        assertThat(worker.value("dirt-total{kind=duplicate}")).isEqualTo(0L);
        assertThat((Double) worker.rate("records-rate")).isPositive();
    }

    @Test
    void aWorkerWithoutARegistryForPluginsShowsThemInJmxUntilTheTaskStops() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("nrt.streams:type=mock-source,connector=c,shards=0");
        SourceMetrics metrics = SourceMetrics.of(
                () -> {
                    throw new NoSuchMethodError("pluginMetrics");
                },
                TAGS);
        tell(metrics);

        assertThat(beans.getAttribute(name, "records-total")).isEqualTo(30L);
        assertThat(beans.getAttribute(name, "event-lag-ms")).isEqualTo(250L);
        metrics.close();
        assertThat(beans.isRegistered(name)).isFalse();
    }

    /** A worker's registry for one task. */
    private static final class Worker implements PluginMetrics {
        private final Map<String, MetricValueProvider<?>> gauges = new LinkedHashMap<>();
        private final Metrics sensors = new Metrics();

        Object value(String name) {
            MetricValueProvider<?> provider = gauges.get(name);
            assertThat(provider).as(name).isInstanceOf(Gauge.class);
            return ((Gauge<?>) provider).value(new MetricConfig(), 0);
        }

        Object rate(String name) {
            return sensors.metrics().entrySet().stream()
                    .filter(entry -> entry.getKey().name().equals(name))
                    .map(entry -> entry.getValue().metricValue())
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public MetricName metricName(String name, String description, LinkedHashMap<String, String> tags) {
            return new MetricName(name, "plugins", description, tags);
        }

        @Override
        public void addMetric(MetricName name, MetricValueProvider<?> provider) {
            assertThat(gauges.put(name.name() + (name.tags().isEmpty() ? "" : name.tags()), provider))
                    .isNull();
        }

        @Override
        public void removeMetric(MetricName name) {
            throw new AssertionError("the worker removes metrics itself");
        }

        @Override
        public Sensor addSensor(String name) {
            return sensors.sensor(name);
        }

        @Override
        public void removeSensor(String name) {
            throw new AssertionError("the worker removes sensors itself");
        }
    }
}
