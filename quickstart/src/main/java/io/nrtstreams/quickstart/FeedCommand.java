package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.feed.Explanation;
import io.nrtstreams.quickstart.feed.FeedConfig;
import io.nrtstreams.quickstart.feed.FeedRange;
import io.nrtstreams.quickstart.feed.FeedRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt feed}. */
@Command(
        name = "feed",
        description = "Print records of the mock source, without a broker.",
        footer = {
            "",
            "A record is a function of the configuration and its number, so any range can be",
            "computed: it is what a connector with this configuration sends, before transforms."
        })
final class FeedCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(names = "--feed", paramLabel = "NAME", description = "the feed, e.g. energy")
    private @Nullable String feed;

    @Option(names = "--profile", paramLabel = "P", description = "how its devices behave, e.g. prototype")
    private @Nullable String profile;

    @Option(names = "--seed", paramLabel = "S", description = "the seed of everything that is drawn")
    private @Nullable String seed;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "a connector, {\"name\": ..., \"config\": {...}} or its configuration alone, whose records are"
                            + " printed; the other options override its keys")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a key of the connector, e.g. dirt.late=0.1")
    private Map<String, String> keys = new LinkedHashMap<>();

    @Option(
            names = "--from",
            paramLabel = "I",
            defaultValue = "0",
            description = "the first record, from 0 (default: ${DEFAULT-VALUE})")
    private long from;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "how many; fewer where the series ends (default: ${DEFAULT-VALUE})")
    private long count;

    @Option(
            names = "--shard",
            paramLabel = "K",
            description = "only this shard, from 0, whose records --from then counts")
    private @Nullable Integer shard;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description =
                    "event time of the first record (default: start.time of the configuration if that is an instant,"
                            + " else 2022-11-01T00:00:00Z)")
    private @Nullable String start;

    @Option(
            names = "--offsets",
            paramLabel = "FILE",
            description =
                    "what GET /connectors/NAME/offsets answers: print records as they were emitted, with their times")
    private @Nullable Path offsets;

    @Option(names = "--explain", description = "print beside each record what is true behind it")
    private boolean explain;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            description = "text, json (one object a line) or csv (default: ${DEFAULT-VALUE})")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "write to this file, and replace what is there")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param environment what <code>${env:NAME}</code> in configurations stands for */
    FeedCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        FeedRequest request = new FeedRequest(
                configuration(),
                new FeedRange(from, count),
                shard == null ? OptionalInt.empty() : OptionalInt.of(shard),
                Optional.ofNullable(start),
                Optional.ofNullable(offsets),
                explain ? Explanation.TRUTH : Explanation.NONE,
                format);
        if (out == null) {
            request.print(Terminal.of(spec));
        } else {
            request.write(out);
        }
        return 0;
    }

    private FeedConfig configuration() {
        if (config == null && feed == null && keys.isEmpty()) {
            throw new CommandFailure("--feed: name a feed, e.g. --feed energy, or a connector with --config FILE");
        }
        Map<String, String> changes = new LinkedHashMap<>(keys);
        put(changes, "feed", feed);
        put(changes, "profile", profile);
        put(changes, "seed", seed);
        return config == null ? FeedConfig.of(changes) : FeedConfig.read(config, environment, changes);
    }

    private static void put(Map<String, String> changes, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        String other = changes.putIfAbsent(key, value);
        if (other != null && !other.equals(value)) {
            throw new CommandFailure("--" + key + " and --set " + key + " differ; give one of them");
        }
    }
}
