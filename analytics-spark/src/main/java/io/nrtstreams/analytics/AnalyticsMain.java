package io.nrtstreams.analytics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nrtstreams.analytics.config.Environment;
import io.nrtstreams.analytics.config.InvalidDefinitions;
import io.nrtstreams.analytics.rest.RestServer;
import io.nrtstreams.analytics.rest.RestSettings;
import io.nrtstreams.analytics.server.Pages;
import io.nrtstreams.analytics.sql.settings.InvalidSettingsException;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs SQL statements and declared pipelines on Spark and serves what they answer, until the process is told to end. */
@Command(
        name = "analytics",
        mixinStandardHelpOptions = true,
        description = "Serves SQL on Spark, and runs the pipelines of a folder beside it.")
public final class AnalyticsMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsMain.class);
    /** Before Spark's own hook, which is at 50 and takes the session away. */
    private static final int SHUTDOWN_PRIORITY = 100;

    private static final int LONGEST_SHUTDOWN_SECONDS = 60;

    private static final int ENDED_BY_SPARK = 3;

    @Option(
            names = "--properties",
            required = true,
            paramLabel = "FILE",
            description = "The SQL server's settings; docs/reference/sql-server.md lists them.")
    private Path properties = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that counts in place of the file's; may be given again.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--pipelines", paramLabel = "DIR", description = "Folder of pipeline definitions.")
    private @Nullable Path pipelines;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            defaultValue = "checkpoints",
            description = "Folder for the pipelines' checkpoints (${DEFAULT-VALUE}).")
    private Path checkpoints = Path.of("checkpoints");

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "Folder for the report (${DEFAULT-VALUE}).")
    private Path reportFolder = Path.of("report");

    /**
     * Exit codes: 1 the port cannot be had, 2 wrong arguments, settings or definitions, 3 Spark's cluster has ended the
     * application; otherwise the process goes on until a signal ends it. A start that fails after that leaves the server, whose
     * health tells why.
     */
    public static void main(String[] args) {
        int code = new CommandLine(new AnalyticsMain()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> variables = System.getenv();
        try {
            ServerSettings settings = ServerSettings.read(properties, overrides);
            Definitions definitions = pipelines == null
                    ? Definitions.none()
                    : Definitions.read(pipelines.toAbsolutePath(), new Environment(variables));
            return run(settings, definitions, variables);
        } catch (InvalidDefinitions e) {
            e.problems().forEach(System.err::println);
            return 2;
        } catch (InvalidSettingsException | UncheckedIOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println(properties + " cannot be read (" + e + ").");
            return 2;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int run(ServerSettings settings, Definitions definitions, Map<String, String> variables)
            throws InterruptedException, IOException {
        InstantSource clock = InstantSource.system();
        Analytics analytics = new Analytics(reportFolder.toAbsolutePath(), clock);
        RestServer server = RestServer.start(
                RestSettings.of(settings.http(), settings.limits()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Optional.of(Pages.of(analytics)),
                clock);
        Lifetime lifetime = new Lifetime(server);
        ShutdownHookManager.get()
                .addShutdownHook(lifetime::end, SHUTDOWN_PRIORITY, LONGEST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        try {
            Engine engine = Engine.start(
                    definitions,
                    checkpoints.toAbsolutePath(),
                    settings,
                    variables,
                    clock,
                    AnalyticsMain::endWithoutSpark);
            lifetime.owns(engine);
            analytics.runs(engine);
            server.serve(engine.service());
            LOG.info("all queries are started");
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions without declaring them.
            analytics.failed(e);
            LOG.error("cannot start: {}", analytics.health().reasons().get(0), e);
        }
        return 0;
    }

    /** So that whoever looks after the process starts another one, or the next server of the service takes over. */
    private static void endWithoutSpark() {
        LOG.error(
                "Spark's cluster has ended the application, so nothing can run here any more and the process ends. Start it"
                        + " again when the cluster is well: queries go on where they are.");
        // The exit waits for what stops Spark, and Spark for the thread that is here.
        new Thread(() -> System.exit(ENDED_BY_SPARK), "spark-has-ended").start();
    }
}
