package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.AuditScope;
import io.nrtstreams.quickstart.audit.LakeLocation;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt audit}. */
@Command(
        name = "audit",
        description = "Prove what is in S3 against what is in Kafka.",
        footer = {
            "",
            "The key pair comes from NRT_S3_ACCESS_KEY and NRT_S3_SECRET_KEY, else from where the AWS SDK looks.",
            "Exit code 0: clean; 1: it could not be done; 2: findings."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int FINDINGS = 2;

    private final Audit audit;

    @Option(names = "--bucket", required = true, paramLabel = "B", description = "bucket of the sinks")
    private String bucket = "";

    @Option(names = "--prefix", paramLabel = "P", defaultValue = "", description = "what all keys begin with")
    private String prefix = "";

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "brokers")
    private String bootstrap = "";

    @Option(names = "--connect", paramLabel = "URL", description = "the worker, to tell which topics a feed has")
    private @Nullable URI worker;

    @Option(names = "--endpoint", paramLabel = "URL", description = "S3 endpoint, if it is not AWS")
    private @Nullable URI endpoint;

    @Option(
            names = "--dead-letters",
            paramLabel = "TOPIC",
            split = ",",
            description = "dead letter queues, beside those that the worker's sinks name")
    private List<String> deadLetters = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    AuditCommand(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Integer call() {
        LakeLocation lake = new LakeLocation(
                Optional.ofNullable(endpoint),
                bucket,
                prefix,
                variable("NRT_S3_ACCESS_KEY"),
                variable("NRT_S3_SECRET_KEY"));
        AuditReport report =
                audit.run(new AuditScope(bootstrap, lake, Optional.ofNullable(worker), System.getenv(), deadLetters));
        PrintWriter out = Terminal.of(spec);
        report.feeds().forEach(feed -> {
            out.printf(
                    "%s (%s): %d produced, %d cleaned, %d rejected, %d stored, %d missing, %d doubled%n",
                    feed.name(),
                    feed.topic(),
                    feed.produced(),
                    feed.cleaned(),
                    feed.rejected(),
                    feed.stored(),
                    feed.missing(),
                    feed.doubled());
            feed.findings().forEach(finding -> out.println("    " + finding));
        });
        report.findings().forEach(out::println);
        report.notes().forEach(note -> out.println("note: " + note));
        out.println(report.clean() ? "clean" : "NOT clean");
        return report.clean() ? 0 : FINDINGS;
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
