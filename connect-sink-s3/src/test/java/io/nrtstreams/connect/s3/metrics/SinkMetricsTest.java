package io.nrtstreams.connect.s3.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.kit.docs.GeneratedPage;
import io.nrtstreams.connect.s3.FakeContext;
import io.nrtstreams.connect.s3.FakePluginMetrics;
import io.nrtstreams.connect.s3.delivery.Monitor;
import io.nrtstreams.connect.s3.delivery.RotationReason;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class SinkMetricsTest {
    private final FakeContext context = new FakeContext();

    @Test
    void theWorkersRegistryShowsWhatTheTaskDoes() {
        FakePluginMetrics worker = new FakePluginMetrics();
        context.metrics = worker;
        SinkMetrics metrics = SinkMetrics.of(context, "sink", "w1");

        metrics.published(10, 1000, 5);
        metrics.published(20, 2000, 15);
        metrics.closed(RotationReason.RECORD_TIME);
        metrics.holds(new Monitor.Held(3, 4096, 2));
        metrics.lags(7);
        metrics.retried();
        metrics.deadLettered();
        metrics.skipped();

        assertThat(worker.value("objects-total")).isEqualTo(2L);
        assertThat(worker.value("records-total")).isEqualTo(30L);
        assertThat(worker.value("bytes-total")).isEqualTo(3000L);
        assertThat(worker.value("rotations-total", "reason", "record-time")).isEqualTo(1L);
        assertThat(worker.value("rotations-total", "reason", "age")).isEqualTo(0L);
        assertThat(worker.value("open-files")).isEqualTo(3L);
        assertThat(worker.value("buffered-bytes")).isEqualTo(4096L);
        assertThat(worker.value("requests-in-flight")).isEqualTo(2L);
        assertThat(worker.value("frontier-lag")).isEqualTo(7L);
        assertThat(worker.value("retries-total")).isEqualTo(1L);
        assertThat(worker.value("dead-lettered-total")).isEqualTo(1L);
        assertThat(worker.value("skipped-total")).isEqualTo(1L);
        assertThat(worker.statistic("record-age-ms-avg")).isEqualTo(10.0);
        assertThat(worker.statistic("record-age-ms-max")).isEqualTo(15.0);
    }

    @Test
    void anOlderWorkerShowsTheSameInJmxUntilTheTaskStops() throws Exception {
        context.metrics = null;
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("nrt.streams:type=s3-sink,connector=sink,writer=w2");
        ObjectName rotations = new ObjectName("nrt.streams:type=s3-sink,connector=sink,writer=w2,reason=record-time");
        try (SinkMetrics metrics = SinkMetrics.of(context, "sink", "w2")) {
            metrics.published(10, 1000, 5);
            metrics.closed(RotationReason.RECORD_TIME);

            assertThat(beans.getAttribute(name, "records-total")).isEqualTo(10L);
            assertThat(beans.getAttribute(name, "record-age-ms-max")).isEqualTo(5.0);
            assertThat(beans.getAttribute(rotations, "rotations-total")).isEqualTo(1L);
        }
        assertThat(beans.isRegistered(name)).isFalse();
        assertThat(beans.isRegistered(rotations)).isFalse();
    }

    @Test
    void theReferenceListsEveryMetric() {
        String rows = Arrays.stream(SinkMetric.values())
                .map(metric -> "| `" + metric.metricName() + "` | " + metric.doc() + " |\n")
                .collect(Collectors.joining());
        GeneratedPage.at("docs/reference/sink-metrics.md")
                .check("# Metrics of the S3 sink\n\n| metric | what it is |\n| --- | --- |\n" + rows);
    }
}
