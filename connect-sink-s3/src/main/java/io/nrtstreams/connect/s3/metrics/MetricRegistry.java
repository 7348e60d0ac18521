package io.nrtstreams.connect.s3.metrics;

import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Sensor;

/** Where metrics are registered. */
interface MetricRegistry extends AutoCloseable {
    /** Adds a metric whose value is asked for when somebody looks. */
    void gauge(SinkMetric metric, Map<String, String> tags, LongSupplier value);

    /** Adds average and maximum of what is recorded. */
    Sensor averageAndMaximum(String name, SinkMetric average, SinkMetric maximum);

    /** Removes what was added, where the worker does not do so itself. */
    @Override
    void close();
}
