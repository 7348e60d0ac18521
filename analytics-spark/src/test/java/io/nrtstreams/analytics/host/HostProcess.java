package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.pipeline.SparkSettings;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** A Spark host in a process of its own, to be killed. */
final class HostProcess implements AutoCloseable {

    private static final Path FLAGS =
            Path.of(System.getProperty("nrt.home", ".."), "analytics-spark/src/main/jvm/analytics.jvmflags");

    private final Process process;

    private HostProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a host that runs statements over the broker until it is killed.
     *
     * @param options more options of the JVM
     */
    static HostProcess start(String address, String serviceId, Path checkpoints, String script, List<String> options)
            throws IOException {
        List<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "@" + FLAGS,
                                "-Xmx512m"),
                        options.stream(),
                        Stream.of(
                                "-cp",
                                classPath(),
                                HostProcess.class.getName(),
                                address,
                                serviceId,
                                checkpoints.toString(),
                                script))
                .flatMap(part -> part)
                .toList();
        return new HostProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(checkpoints.resolveSibling("host.log").toFile())
                .start());
    }

    /** That of this process, whoever has started it. */
    private static String classPath() {
        if (HostProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Arguments: the broker's address, the service's id, the folder of the checkpoints, the statements. */
    public static void main(String[] arguments) throws InterruptedException {
        SparkSession session = SparkSettings.session(Map.of());
        KafkaTopic topics = new KafkaTopic(arguments[0]);
        SqlHost sql = new SqlHost(session, topics, arguments[0], arguments[1], Path.of(arguments[2]), 50);
        sql.run(arguments[3]);
        sql.host().allStarted();
        // As TestBroker does: who started it is gone when its standard input ends.
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException e) {
                Runtime.getRuntime().halt(1);
            }
            Runtime.getRuntime().halt(0);
        });
        watch.setDaemon(true);
        watch.start();
        Thread.currentThread().join();
    }
}
