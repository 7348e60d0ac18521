package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.clean.CleanRequest;
import io.nrtstreams.quickstart.clean.Samples;
import io.nrtstreams.quickstart.clean.Verdicts;
import io.nrtstreams.quickstart.config.ConnectorFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt clean}. */
@Command(
        name = "clean",
        description = "Run sample records through the transforms of a connector, without a broker.",
        footer = {
            "",
            "All transforms of this project and Kafka's own are run, in their order and with",
            "their predicates. What they would reject is printed with the reason."
        })
final class CleanCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final InputStream standardInput;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "a connector, {\"name\": ..., \"config\": {...}} or its configuration alone")
    private @Nullable Path config;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "sample records, one a line; - for standard input")
    private @Nullable String input;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            description = "what a line is: text (a value), json (a value), or records, as nrt feed --format json prints"
                    + " them, with keys and timestamps (default: ${DEFAULT-VALUE})")
    private Samples format = Samples.TEXT;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "source or sink, where the name of connector.class does not tell")
    private @Nullable String kind;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a key of the connector to change")
    private Map<String, String> keys = new LinkedHashMap<>();

    @Option(
            names = "--topic",
            paramLabel = "T",
            defaultValue = "samples",
            description = "the topic of records that do not name theirs (default: ${DEFAULT-VALUE})")
    private String topic = "samples";

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many records to print; all are run and counted (default: ${DEFAULT-VALUE})")
    private long count;

    @Option(
            names = "--output",
            paramLabel = "F",
            defaultValue = "text",
            description = "text or json, one object a line (default: ${DEFAULT-VALUE})")
    private Verdicts output = Verdicts.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param environment what <code>${env:NAME}</code> in configurations stands for */
    CleanCommand(Map<String, String> environment, InputStream standardInput) {
        this.environment = environment;
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        if (config == null || input == null) {
            throw new IllegalStateException("picocli requires both");
        }
        Map<String, String> values = ConnectorFile.read(config, environment, keys);
        CleanRequest request = new CleanRequest(values, isSink(values), format, input, topic, count);
        try (BufferedReader lines = lines(input)) {
            request.print(lines, output, Terminal.of(spec));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(input + ": there is no such file", e);
        } catch (IOException e) {
            throw new CommandFailure(input + ": the file cannot be read (" + e + ")", e);
        }
        return 0;
    }

    private BufferedReader lines(String from) throws IOException {
        return from.equals("-")
                ? new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(from));
    }

    private boolean isSink(Map<String, String> values) {
        String asked = kind == null ? "" : kind;
        return switch (asked) {
            case "sink" -> true;
            case "source" -> false;
            case "" -> values.getOrDefault("connector.class", "").contains("Sink");
            default -> throw new CommandFailure("--as: expected source or sink, found " + asked);
        };
    }
}
