package io.nrtstreams.connect.kit.metrics;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;

/** Where the metrics of a plugin are registered. Values are read by any thread. */
public sealed interface MetricRegistry extends AutoCloseable permits WorkerRegistry, JmxRegistry {
    /**
     * The worker's registry for plugins, or one of MBeans {@code nrt.streams:type=<group>,<tags>} where the worker is
     * older than Kafka 4.1 and has none.
     *
     * @param ofWorker asks the plugin's context; may fail with a {@link LinkageError}
     * @param tags tell this plugin's metrics from those of others; the worker adds its own instead
     */
    static MetricRegistry of(Supplier<PluginMetrics> ofWorker, String group, Map<String, String> tags) {
        try {
            return new WorkerRegistry(ofWorker.get());
        } catch (LinkageError e) {
            // The worker's Connect API is older than this method.
            return new JmxRegistry(group, tags);
        }
    }

    /**
     * Beans {@code nrt.streams:type=<group>,<tags>} of the plugin's own, in any worker.
     *
     * @param tags tell this plugin's metrics from those of others
     */
    static MetricRegistry inJmx(String group, Map<String, String> tags) {
        return new JmxRegistry(group, tags);
    }

    /** Adds a metric whose value is asked for when somebody looks. */
    void gauge(Metric metric, Map<String, String> tags, LongSupplier value);

    /** Adds average and maximum over the last 60 s of what is recorded. */
    Sensor averageAndMaximum(String name, Metric average, Metric maximum);

    /** Adds how much is recorded per second, over the last 60 s. */
    Sensor rate(String name, Metric rate);

    /** Removes what was added, where the worker does not do so itself. */
    @Override
    void close();
}
