package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.AnalyticsMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/**
 * A standalone cluster of real processes on the loopback interface, from a folder that the project's own script makes. The
 * workers' class path has Spark alone: what else executors need must come to them with the application.
 */
final class SparkCluster implements AutoCloseable {

    /** Seven JVMs share the machine's cores with whatever else it does. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path SCRIPT = Path.of(System.getProperty("nrt.home", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("analytics-spark/src/main/cluster/spark-home");

    private final Path folder;
    private final Path home;
    private final int port;
    private final int pagePort;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final Deque<ChildProcess> workers = new ArrayDeque<>();
    private int workersStarted;

    private SparkCluster(Path folder, int port, int pagePort) {
        this.folder = folder;
        this.home = folder.resolve("spark");
        this.port = port;
        this.pagePort = pagePort;
    }

    /** Starts a master and workers of one core each, and waits until the master knows them. */
    static SparkCluster start(Path folder, int workers) throws IOException, InterruptedException {
        SparkCluster cluster = new SparkCluster(folder, freePort(), freePort());
        try {
            cluster.makeHome();
            cluster.startMaster();
            for (int i = 0; i < workers; i++) {
                cluster.startWorker();
            }
            SqlHost.await(PATIENCE, () -> cluster.page().path("aliveworkers").asInt() == workers, cluster::said);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** Kills the worker that has lived longest, with its executors. */
    void killWorker() throws InterruptedException {
        workers.remove().kill();
    }

    /** Has the master kill the one application that there is, as its page does. */
    void killApplication() throws IOException, InterruptedException {
        String id = page().path("activeapps").path(0).path("id").asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pagePort + "/app/kill/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("terminate=true&id=" + id))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    /** How many cores of workers the application has. */
    int coresInUse() {
        return page().path("coresused").asInt();
    }

    /**
     * Starts the SQL server as spark-submit does.
     *
     * @param master the cluster's or a local one
     * @param arguments of the server
     */
    ChildProcess submit(String name, String master, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                SparkSubmit.class.getName(),
                "--master",
                master,
                "--conf",
                "spark.default.parallelism=2",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.executor.memory=640m",
                "--jars",
                home + "/application/*.jar",
                "--class",
                AnalyticsMain.class.getName(),
                home + "/analytics-spark.jar"));
        command.addAll(arguments);
        return start(name, "640m", command);
    }

    /** What its processes have said. */
    String said() {
        StringBuilder all = new StringBuilder();
        processes.forEach(process -> all.append(process.said()).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        processes.forEach(ChildProcess::close);
        deleteHome();
    }

    /** JUnit would warn of each link to a jar. */
    private void deleteHome() {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void makeHome() throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        jars.add(jar(AnalyticsMain.class, "analytics-spark.jar"));
        jars.add(jar(io.nrtstreams.sql.engine.Engine.class, "sql-layer.jar"));
        for (String path : TestJvm.classPath().split(File.pathSeparator, -1)) {
            if (path.endsWith(".jar") && !jars.contains(path)) {
                jars.add(path);
            }
        }
        Path list = Files.writeString(folder.resolve("classpath"), String.join(":", jars));
        Path log = folder.resolve("spark-home.log");
        int code = new ProcessBuilder(SCRIPT.toString(), "--link", "--class-path", list.toString(), home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).withFailMessage(() -> read(log)).isZero();
    }

    /** The jar that a class is in; one is made of a folder of classes. */
    private String jar(Class<?> type, String name) {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (Files.isRegularFile(place)) {
            return place.toString();
        }
        String made = folder.resolve(name).toString();
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", made, "-C", place.toString(), ".");
        assertThat(code).as("the exit code of jar for %s", place).isZero();
        return made;
    }

    private void startMaster() throws IOException {
        start(
                "master",
                "192m",
                List.of(
                        Master.class.getName(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        Integer.toString(pagePort)));
        SqlHost.await(PATIENCE, () -> !page().isMissingNode(), this::said);
    }

    /** Starts another worker; the master takes it up by and by. */
    void startWorker() throws IOException {
        int number = ++workersStarted;
        workers.add(start(
                "worker-" + number,
                "192m",
                List.of(
                        Worker.class.getName(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        folder.resolve("work-" + number).toString(),
                        master())));
    }

    private ChildProcess start(String name, String heap, List<String> command) throws IOException {
        ChildProcess process = ChildProcess.start(
                folder.resolve(name + ".log"),
                heap,
                home + "/conf:" + home + "/jars/*",
                Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13"),
                command);
        processes.add(process);
        return process;
    }

    /** What the master's page tells, as JSON; missing while it does not answer. */
    private JsonNode page() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pagePort + "/json/"))
                    .build();
            return new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
