package io.nrtstreams.analytics.pipeline;

import io.nrtstreams.analytics.config.Durations;
import io.nrtstreams.analytics.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/** Reads a pipeline from its keys; docs/analytics.md lists them. */
public final class PipelineParser {
    static final String BOOTSTRAP = "kafka.bootstrap.servers";
    private static final Pattern VIEW = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private enum ValueFormat {
        JSON,
        TEXT
    }

    private enum SinkType {
        KAFKA,
        FILES
    }

    private PipelineParser() {}

    /** The pipeline; what is wrong with its keys is noted among the problems of {@code settings}. */
    public static PipelineDefinition parse(Settings settings) {
        PipelineDefinition pipeline = new PipelineDefinition(
                settings.name(),
                sources(settings),
                settings.sql(),
                settings.oneOf("mode", Mode.APPEND),
                settings.parsed("trigger", Duration.ofMillis(500), Durations::parse),
                settings.parsed("tasks.max", OptionalInt.empty(), PipelineParser::tasks),
                sink(settings),
                settings.passedOn("kafka."));
        settings.required(BOOTSTRAP);
        refuseImpossible(settings, pipeline);
        settings.refuseUnknown();
        return pipeline;
    }

    private static List<Source> sources(Settings settings) {
        Set<String> views = settings.namesUnder("source.");
        if (views.isEmpty()) {
            settings.problem("source.VIEW.topic", "is required: names the topic that the SQL reads as VIEW");
        }
        return views.stream().map(view -> source(settings, view)).toList();
    }

    private static Source source(Settings settings, String view) {
        String prefix = "source." + view + ".";
        if (!VIEW.matcher(view).matches()) {
            settings.problem(prefix + "topic", "expected letters, digits and _ for the name of the view");
        }
        String topic = settings.required(prefix + "topic");
        ValueFormat format = settings.oneOf(prefix + "format", ValueFormat.JSON);
        Optional<Duration> lateness =
                settings.parsed(prefix + "watermark", Optional.empty(), text -> Optional.of(Durations.parse(text)));
        return new Source(view, topic, format(settings, prefix + "schema", format), lateness);
    }

    private static Source.Format format(Settings settings, String key, ValueFormat format) {
        if (format == ValueFormat.TEXT) {
            settings.optional(key).ifPresent(schema -> settings.problem(key, "has no meaning with format text"));
            return new Source.Text();
        }
        String schema = settings.required(key);
        settings.parsed(key, new StructType(), PipelineParser::schema);
        return new Source.Json(schema);
    }

    private static StructType schema(String ddl) {
        try {
            return StructType.fromDDL(ddl);
        } catch (Exception e) {
            // Spark's ParseException is a checked one that its Scala code does not declare.
            throw new IllegalArgumentException(
                    "expected columns such as: time DOUBLE, category STRING; Spark says: " + Causes.firstLine(e), e);
        }
    }

    private static OptionalInt tasks(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("expected a number of tasks from 1 to 9999");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static Sink sink(Settings settings) {
        return switch (settings.oneOf("sink.type", SinkType.KAFKA)) {
            case KAFKA -> new Sink.Topic(settings.required("sink.topic"), settings.list("sink.key"));
            case FILES ->
                new Sink.Files(
                        settings.required("sink.path"),
                        settings.oneOf("sink.format", Sink.FileFormat.JSON),
                        settings.list("sink.partition.by"),
                        settings.optional("sink.compression").orElse("none"));
        };
    }

    private static void refuseImpossible(Settings settings, PipelineDefinition pipeline) {
        if (pipeline.sink() instanceof Sink.Files && pipeline.mode() != Mode.APPEND) {
            settings.problem("mode", "files take append only: a file that was written never changes");
        }
        if (pipeline.sink() instanceof Sink.Topic topic && topic.key().isEmpty()) {
            settings.problem("sink.key", "is required: names the columns that tell one result row from another");
        }
    }
}
