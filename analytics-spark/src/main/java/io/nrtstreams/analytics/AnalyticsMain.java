package io.nrtstreams.analytics;

import io.nrtstreams.analytics.config.Environment;
import io.nrtstreams.analytics.config.InvalidDefinitions;
import io.nrtstreams.analytics.server.Pages;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the declared pipelines and serves what they answer, until the process is told to end. */
@Command(
        name = "analytics",
        mixinStandardHelpOptions = true,
        description = "Runs the pipelines of a folder on Spark and serves what they answer.")
public final class AnalyticsMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsMain.class);
    /** Before Spark's own hook, which is at 50 and takes the session away. */
    private static final int SHUTDOWN_PRIORITY = 100;

    private static final int LONGEST_SHUTDOWN_SECONDS = 60;

    @Option(names = "--pipelines", required = true, paramLabel = "DIR", description = "Folder of the definitions.")
    private Path pipelines = Path.of("");

    @Option(names = "--checkpoints", required = true, paramLabel = "DIR", description = "Folder for checkpoints.")
    private Path checkpoints = Path.of("");

    @Option(names = "--report-dir", required = true, paramLabel = "DIR", description = "Folder for the report.")
    private Path reportFolder = Path.of("");

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", required = true, paramLabel = "N", description = "Port to listen on; 0 for any.")
    private int port;

    /**
     * Exit codes: 1 the port cannot be had, 2 wrong arguments or definitions; otherwise the process goes on until a
     * signal ends it. A start that fails after that leaves the server, whose health tells why.
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
            Definitions definitions = Definitions.read(pipelines.toAbsolutePath(), new Environment(variables));
            return run(definitions, variables);
        } catch (InvalidDefinitions e) {
            e.problems().forEach(System.err::println);
            return 2;
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int run(Definitions definitions, Map<String, String> variables) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Analytics analytics = new Analytics(reportFolder.toAbsolutePath(), clock);
        Lifetime lifetime = new Lifetime(AnalyticsServer.start(host, port, analytics));
        ShutdownHookManager.get()
                .addShutdownHook(lifetime::end, SHUTDOWN_PRIORITY, LONGEST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        try {
            Engine engine = Engine.start(definitions, checkpoints.toAbsolutePath(), variables, clock);
            lifetime.owns(engine);
            analytics.runs(engine);
            LOG.info("all queries are started");
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions without declaring them.
            analytics.failed(e);
            LOG.error("cannot start: {}", analytics.health().reasons().get(0));
        }
        return 0;
    }
}
