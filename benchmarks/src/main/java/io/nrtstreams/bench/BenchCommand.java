package io.nrtstreams.bench;

import io.nrtstreams.bench.cleaning.CleaningGroup;
import io.nrtstreams.bench.pipeline.PipelineGroup;
import io.nrtstreams.bench.sink.SinkGroup;
import io.nrtstreams.bench.source.SourceGroup;
import io.nrtstreams.bench.sql.SqlGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nrt bench}. */
@Command(
        name = "nrt bench",
        description = "Measure, with a floor and the peers in the same run.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    static final List<Group> GROUPS =
            List.of(new SourceGroup(), new CleaningGroup(), new SinkGroup(), new SqlGroup(), new PipelineGroup());

    @Parameters(
            paramLabel = "GROUP",
            description = "what to measure: source, cleaning, sink, sql, pipeline (default: everything)")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--peer",
            paramLabel = "NAME=PLUGIN_DIR",
            description = "another connector to measure beside ours, e.g. confluent=/opt/plugins/kafka-connect-s3")
    private Map<String, Path> peers = new LinkedHashMap<>();

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures to this file as well")
    private @Nullable Path json;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "only the runs whose names contain this, e.g. gzip")
    private String only = "";

    @Option(
            names = "--jvm-flag",
            paramLabel = "FLAG",
            description = "a further option of the measured JVMs, e.g. -XX:StartFlightRecording=filename=/tmp/x.jfr")
    private List<String> jvmFlags = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = java.util.Objects.requireNonNull(spec);
        if (peers.containsKey(Bench.OURS)) {
            throw new ParameterException(
                    command.commandLine(), "--peer: " + Bench.OURS + " is our own; give the peer another name");
        }
        Bench bench =
                new Bench(home(), peers, only, jvmFlags, command.commandLine().getOut());
        List<Measure> measures = new ArrayList<>();
        for (Group group : groups(command)) {
            measures.addAll(group.measure(bench));
        }
        Report report = new Report(measures);
        bench.out().printf("%n%s", report.table());
        bench.out().flush();
        if (json != null) {
            report.writeJson(json);
        }
        return report.isComplete() ? 0 : 1;
    }

    private static Path home() {
        return Path.of(System.getProperty("nrt.home", "")).toAbsolutePath();
    }

    private List<Group> groups(CommandSpec command) {
        List<Group> chosen = new ArrayList<>();
        for (String name : names) {
            Optional<Group> group =
                    GROUPS.stream().filter(one -> one.name().equals(name)).findFirst();
            chosen.add(group.orElseThrow(() -> new ParameterException(
                    command.commandLine(), "there is no group " + name + "; there are: " + groupNames())));
        }
        return chosen.isEmpty() ? GROUPS : chosen;
    }

    private static String groupNames() {
        return GROUPS.stream().map(Group::name).collect(Collectors.joining(", "));
    }
}
