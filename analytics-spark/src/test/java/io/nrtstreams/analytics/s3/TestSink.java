package io.nrtstreams.analytics.s3;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The S3 sink in a standalone Connect worker of its own JVM, which ends with the tests. */
public final class TestSink implements AutoCloseable {

    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();

    private final Process process;
    private final Path log;

    private TestSink(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts to store a topic.
     *
     * @param folder for the worker's files
     * @param settings of the connector beside those that say where the store is
     */
    public static TestSink start(
            Path folder, String bootstrap, TestS3 store, String topic, String prefix, Map<String, String> settings)
            throws IOException {
        Path target = HOME.resolve("quickstart/target");
        Properties worker = new Properties();
        worker.setProperty("bootstrap.servers", bootstrap);
        worker.setProperty("listeners", "http://127.0.0.1:0");
        worker.setProperty("plugin.path", plugins(folder).toString());
        worker.setProperty("plugin.discovery", "service_load");
        worker.setProperty("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        worker.setProperty("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.setProperty("value.converter.schemas.enable", "false");
        worker.setProperty(
                "offset.storage.file.filename", folder.resolve("offsets").toString());
        worker.setProperty("offset.flush.interval.ms", "500");
        worker.setProperty("consumer.isolation.level", "read_committed");
        Properties sink = new Properties();
        sink.setProperty("name", prefix);
        sink.setProperty("connector.class", "io.nrtstreams.connect.s3.S3SinkConnector");
        sink.setProperty("topics", topic);
        sink.setProperty("s3.bucket", "history");
        sink.setProperty("s3.prefix", prefix);
        sink.setProperty("s3.path.style", "true");
        sink.setProperty("s3.endpoint", store.environment().get("NRT_S3_ENDPOINT"));
        sink.setProperty("s3.access.key.id", "id");
        sink.setProperty("s3.secret.access.key", "secret");
        sink.setProperty("consumer.override.auto.offset.reset", "earliest");
        sink.putAll(settings);
        Path log = folder.resolve("worker.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + HOME.resolve("connectors-config/worker/log4j2.properties"),
                        "-cp",
                        target.resolve("quickstart-guard.jar") + ":"
                                + Files.readString(target.resolve("kafka.classpath")),
                        "io.nrtstreams.quickstart.child.Guarded",
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        written(folder.resolve("worker.properties"), worker),
                        written(folder.resolve("sink.properties"), sink))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new TestSink(process, log);
    }

    /** A folder of plugins that holds the sink together with its archive of formats. */
    private static Path plugins(Path folder) throws IOException {
        Path sink = HOME.resolve("connect-sink-s3/target/plugin/nrtstreams-connect-sink-s3/lib");
        Path formats = HOME.resolve("connect-sink-s3-formats/target/plugin/nrtstreams-connect-sink-s3-formats/lib");
        Path plugins = folder.resolve("plugins");
        Path together = Files.createDirectories(plugins.resolve("sink"));
        for (Path from : List.of(sink, formats)) {
            try (Stream<Path> jars = Files.list(from)) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, together.resolve(jar.getFileName()));
                }
            }
        }
        return plugins;
    }

    private static String written(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return Files.writeString(file, text.toString()).toString();
    }

    /** What the worker has said, for a test that fails. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in good order, so that all that it has read is stored. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
