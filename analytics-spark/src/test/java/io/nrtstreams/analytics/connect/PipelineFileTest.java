package io.nrtstreams.analytics.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TestService;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of statements is a whole pipeline: source, cleaning, stream, table and S3 sink, on a real worker and broker. */
class PipelineFileTest {

    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void theFileMakesThePipelineAndMakesItOnceOnly() throws Exception {
        String script = Files.readString(HOME.resolve("connectors-config/sql/energy-pipeline.sql"));
        int port = freePort();
        Process s3 = s3(port);
        try (TestWorker worker = TestWorker.start(folder, environment(port));
                SqlService service = service(worker)) {
            List<Entity> first = service.execute(script, StatementContext.NONE);
            List<Entity> second = service.execute(script, StatementContext.NONE);

            assertThat(first)
                    .filteredOn(ConnectorEntity.Created.class::isInstance)
                    .hasSize(2);
            assertThat(first).flatExtracting(Entity::warnings).isEmpty();
            assertThat(second).noneMatch(ConnectorEntity.Created.class::isInstance);
            assertThat(second)
                    .filteredOn(CommandEntity.NothingDone.class::isInstance)
                    .hasSizeGreaterThanOrEqualTo(2);
            awaitResult();
            awaitObjects();
            service.execute("DROP CONNECTOR `energy-meters`; DROP CONNECTOR `energy-lake`;", StatementContext.NONE);
        } finally {
            s3.destroyForcibly().waitFor();
        }
    }

    private static SqlService service(TestWorker worker) {
        SqlEnvironment environment = TestService.environment();
        ServiceParts parts = TestService.parts(environment);
        return TestService.start(
                environment,
                new ServiceParts(
                        parts.runtime(),
                        parts.pulls(),
                        parts.pushes(),
                        parts.prints(),
                        new ConnectWorker(WorkerAccess.of(worker.rest(), java.util.Optional.empty())),
                        parts.listeners()));
    }

    private static void awaitResult() throws Exception {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers",
                TestBroker.shared().address(),
                "group.id",
                "pipeline-file",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("energy_by_location_minute"));
            Awaitility.await("rows of the table").atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                for (ConsumerRecord<String, String> row : consumer.poll(Duration.ofMillis(200))) {
                    assertThat(row.value()).contains("\"READINGS\":", "\"USAGE_SUM\":");
                    return;
                }
                throw new AssertionError("there is no row yet");
            });
        }
    }

    private void awaitObjects() {
        Awaitility.await("cleaned readings in S3")
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> {
                    try (Stream<Path> files = Files.walk(folder.resolve("s3"))) {
                        assertThat(files.map(Path::toString))
                                .anyMatch(name -> name.contains("location=Pune") && name.endsWith(".gz"));
                    }
                });
    }

    private static Map<String, String> environment(int port) {
        return Map.of(
                "NRT_S3_BUCKET",
                "lake-bucket",
                "NRT_S3_ENDPOINT",
                "http://127.0.0.1:" + port,
                "NRT_S3_ACCESS_KEY",
                "key-of-test",
                "NRT_S3_SECRET_KEY",
                "secret-of-test");
    }

    /** The S3 endpoint of the quickstart, in a JVM of its own that ends with this one. */
    private Process s3(int port) throws IOException {
        Path target = HOME.resolve("quickstart/target");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile="
                                + HOME.resolve("connectors-config/worker/launcher-log4j2.properties"),
                        "-cp",
                        target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath"))
                                + ":" + Files.readString(target.resolve("launcher.classpath")),
                        "io.nrtstreams.quickstart.child.Guarded",
                        "io.nrtstreams.quickstart.s3.S3Endpoint",
                        "http://127.0.0.1:" + port,
                        folder.resolve("s3").toString(),
                        "lake-bucket")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile());
        java.environment().putAll(environment(port));
        return java.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
