package io.nrtstreams.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.bench.endpoint.EndpointControl;
import io.nrtstreams.bench.endpoint.RequestKind;
import io.nrtstreams.bench.endpoint.S3Endpoint;
import io.nrtstreams.bench.sink.Workload.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink itself, from its plugin folder. */
class SinkRunIT {
    private static final Path PLUGIN =
            Path.of(System.getProperty("nrt.home")).resolve("connect-sink-s3/target/plugin/nrtstreams-connect-sink-s3");

    private final S3Endpoint endpoint = S3Endpoint.start();
    private final EndpointControl control = new EndpointControl(endpoint.address());

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private RunResult run(String... traits) throws Exception {
        Workload workload = new Workload("it", List.of(traits), 5, 1, 1000, 10_000, 0, Pace.DRAINED, 1, 30, "64m");
        control.createBucket("it-run", 0);
        Plugin plugin = Plugin.in(PLUGIN);
        return new SinkRun(workload, control, "it-run", Family.of(plugin.connectorClass())).run(plugin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "json,gzip", "json,field"})
    void aRunReportsExactlyTheRecordsThatItPut(String traits) throws Exception {
        RunResult result = run(traits.split(",", -1));

        assertThat(result.put()).isEqualTo(result.stored()).isPositive();
        assertThat(result.put() % 10_000).isZero();
        assertThat(control.counts("it-run", "bench/readings/").objects()).isEqualTo(result.put() / 1000);
        assertThat(control.counts("it-run", "").requests().get(RequestKind.PUT_OBJECT))
                .isGreaterThanOrEqualTo(result.put() / 1000);
    }

    @Test
    void aFolderWithoutAKnownConnectorIsRefused(@TempDir Path empty) {
        assertThatThrownBy(() -> Plugin.in(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds 0 sink connectors that the benchmark knows");
    }
}
