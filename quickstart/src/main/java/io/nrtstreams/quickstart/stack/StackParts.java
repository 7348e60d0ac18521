package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.Installation;
import io.nrtstreams.quickstart.child.Guarded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes the four parts of the stack for one data folder.
 *
 * @param installation where the built artefacts lie
 * @param folder the data folder
 * @param addresses where the parts listen
 * @param credentials of the S3 endpoint
 * @param rate records per second of each generated feed
 */
public record StackParts(
        Installation installation, DataFolder folder, Addresses addresses, S3Credentials credentials, int rate) {
    /** The bucket that the endpoint makes. */
    public static final String BUCKET = "nrt-demo";
    /** How long the broker's orderly stop may take once the launcher is gone. */
    static final Duration BROKER_GRACE = Duration.ofSeconds(10);

    // Start-up counts more than peak speed in a JVM that serves one machine: the serial collector costs the least
    // memory and the fewest threads, and the first compiler alone leaves the cores to the parts that still start.
    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1");

    /** The S3 endpoint, with its objects below {@code s3} in the data folder. */
    public Part s3() {
        List<String> arguments = List.of(
                addresses.s3Url().toString(), folder.path().resolve("s3").toString(), BUCKET);
        ChildJvm jvm = new ChildJvm(
                "256m",
                logged(),
                installation.launcherClassPath(),
                "io.nrtstreams.quickstart.s3.S3Endpoint",
                arguments,
                variables());
        return new Part("s3", jvm, List.of(addresses.s3()), folder.log("s3"), Readiness.listening(addresses.s3()));
    }

    /** The broker, which is its own controller, with its topics below {@code kafka} in the data folder. */
    public Part broker() {
        return new Part(
                "broker",
                kafka(
                        "io.nrtstreams.quickstart.child.BrokerNode",
                        brokerProperties(),
                        List.of("-D" + Guarded.GRACE + "=" + BROKER_GRACE.toMillis())),
                List.of(addresses.broker(), addresses.controller()),
                folder.log("broker"),
                Readiness.listening(addresses.broker()));
    }

    /** Writes the broker's properties. */
    Path brokerProperties() {
        String listener = "PLAINTEXT://127.0.0.1:" + addresses.broker();
        String controller = "127.0.0.1:" + addresses.controller();
        return template("broker.properties")
                .write(
                        folder.run().resolve("broker.properties"),
                        Map.of(
                                "listeners",
                                listener + ",CONTROLLER://" + controller,
                                "advertised.listeners",
                                listener,
                                "controller.quorum.voters",
                                "1@" + controller,
                                "log.dirs",
                                folder.path().resolve("kafka").toString()));
    }

    /** The Connect worker with this project's plugins. */
    public Part worker() {
        return worker(installation.pluginPath());
    }

    /** The Connect worker with the plugins of a {@code plugin.path}. */
    Part worker(String pluginPath) {
        return new Part(
                "connect",
                kafka("org.apache.kafka.connect.cli.ConnectDistributed", workerProperties(pluginPath), List.of()),
                List.of(addresses.connect()),
                folder.log("connect"),
                Readiness.answersOk(addresses.connectUrl().resolve("/health")));
    }

    /** Writes the worker's properties. */
    Path workerProperties(String pluginPath) {
        return template("worker.properties")
                .write(
                        folder.run().resolve("worker.properties"),
                        Map.of(
                                "bootstrap.servers", addresses.bootstrapServers(),
                                "listeners", addresses.connectUrl().toString(),
                                "plugin.path", pluginPath));
    }

    /** The analytics: the SQL server, Spark's queries, the page and the report. */
    public Part analytics() {
        List<String> arguments = List.of(
                "--pipelines", installation.config("pipelines").toString(),
                "--checkpoints", folder.path().resolve("checkpoints").toString(),
                "--report-dir", folder.path().resolve("report").toString(),
                "--properties", sqlServerProperties().toString());
        ChildJvm jvm = new ChildJvm(
                "1g",
                installation.analyticsJvmFlags(),
                installation.analyticsClassPath(),
                "io.nrtstreams.analytics.AnalyticsMain",
                arguments,
                variables());
        return new Part(
                "analytics",
                jvm,
                List.of(addresses.page()),
                folder.log("analytics"),
                Readiness.answersOk(addresses.pageUrl().resolve("/health")));
    }

    /** Writes the SQL server's properties. */
    Path sqlServerProperties() {
        Path sql = folder.path().resolve("sql");
        return template("sql-server.properties")
                .write(
                        folder.run().resolve("sql-server.properties"),
                        Map.of(
                                "bootstrap.servers", addresses.bootstrapServers(),
                                "listeners", addresses.pageUrl().toString(),
                                "ksql.connect.url", addresses.connectUrl().toString(),
                                "nrt.store.dir", sql.resolve("state").toString(),
                                "nrt.checkpoint.dir", sql.resolve("checkpoints").toString()));
    }

    private PropertiesTemplate template(String name) {
        return new PropertiesTemplate(installation.config("worker").resolve(name));
    }

    private ChildJvm kafka(String mainClass, Path properties, List<String> more) {
        List<String> flags = logged();
        flags.addAll(more);
        return new ChildJvm(
                "512m", flags, installation.kafkaClassPath(), mainClass, List.of(properties.toString()), variables());
    }

    private List<String> logged() {
        List<String> flags = new ArrayList<>(SMALL_JVM);
        flags.add("-Dlog4j2.configurationFile=" + installation.config("worker/log4j2.properties"));
        return flags;
    }

    /** What connector files and pipelines name as {@code ${env:NRT_...}}. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("NRT_RATE", String.valueOf(rate));
        variables.put("NRT_DATA", installation.config("data").toString());
        variables.put("NRT_BOOTSTRAP", addresses.bootstrapServers());
        variables.put("NRT_S3_ENDPOINT", addresses.s3Url().toString());
        variables.put("NRT_S3_BUCKET", BUCKET);
        variables.put("NRT_S3_ACCESS_KEY", credentials.accessKey());
        variables.put("NRT_S3_SECRET_KEY", credentials.secretKey());
        return variables;
    }
}
