package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.custom.DatagenAliases;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.generated.GeneratedContent;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.series.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration and notes what its keys, each right on its own, get wrong together.
 *
 * <p>What is wrong with one key alone is {@link ConfigDef}'s to say, and Connect asks it; {@link #addKeyErrors} notes
 * that as well for those who read without Connect. Not thread-safe.
 */
final class SettingsReader {
    private final Map<String, String> given;
    private final Problems problems;
    private final Map<String, ConfigValue> values;
    private final PaceReader pace;
    private final List<String> warnings;

    SettingsReader(Map<String, String> original, Problems problems) {
        DatagenAliases ported = DatagenAliases.of(original);
        ported.problems().forEach(problems::add);
        this.warnings = ported.warnings();
        this.given = ported.config();
        this.problems = problems;
        this.values = new HashMap<>();
        this.pace = new PaceReader(this, problems);
        SourceKeys.definition().validate(given).forEach(value -> values.put(value.name(), value));
    }

    /** Where a ported configuration does not do here what it did elsewhere. */
    List<String> warnings() {
        return warnings;
    }

    /** Notes what is wrong with single keys. */
    void addKeyErrors() {
        values.values().forEach(value -> value.errorMessages().forEach(message -> problems.add(value.name(), message)));
    }

    /** The settings, or empty if any key is wrong; what is wrong between keys is noted in either case. */
    Optional<SourceSettings> read() {
        problems.addNearMisses(given.keySet(), SourceKeys.definition(), SourceKeys.FRAMEWORK);
        if (isWrong(FeedKeys.FEED)) {
            return Optional.empty();
        }
        String feed = text(FeedKeys.FEED).toLowerCase(Locale.ROOT);
        refuseKeysOf(feed, FeedKeys.REPLAY, ReplayKeys.PREFIX);
        refuseKeysOf(feed, FeedKeys.CUSTOM, CustomKeys.PREFIX);
        Content content = content(feed);
        boolean wrong = values.values().stream()
                .anyMatch(value -> !value.errorMessages().isEmpty());
        if (content == null || wrong || !problems.isEmpty()) {
            return Optional.empty();
        }
        long limit = number(PaceKeys.RECORD_LIMIT).longValue();
        return Optional.of(new SourceSettings(
                feed,
                topic(content),
                content,
                pace.pacing(content, seed()),
                shards(content),
                limit < 0 ? Long.MAX_VALUE : limit,
                pace.end(content),
                number(PaceKeys.BATCH_RECORDS).intValue(),
                headers(feed)));
    }

    @SuppressWarnings("unchecked")
    private HeaderPlan headers(String feed) {
        return HeaderPlan.parse((List<String>) Objects.requireNonNull(value(FeedKeys.HEADERS)), feed, seed());
    }

    private int shards(Content content) {
        return value(FeedKeys.SHARDS) instanceof Integer given ? given : content.defaultShards();
    }

    private @Nullable Content content(String feed) {
        return switch (feed) {
            case FeedKeys.REPLAY -> new ReplayReader(this, problems).read().orElse(null);
            case FeedKeys.CUSTOM ->
                new CustomReader(this, problems)
                        .read()
                        .map(custom -> generated(custom, Output.STRUCT))
                        .orElse(null);
            default -> generated(new FeedReader(this, problems).read(feed), Output.NATIVE);
        };
    }

    private void refuseKeysOf(String feed, String owner, String prefix) {
        if (!feed.equals(owner)) {
            given.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .filter(SourceKeys.definition().names()::contains)
                    .sorted()
                    .forEach(key -> problems.add(
                            key, "only the feed " + owner + " has this key; remove it or set feed=" + owner));
        }
    }

    private Content generated(Feed feed, Output usual) {
        checkShards(feed.devices());
        Output output = output(usual);
        pace.check(feed.devices(), feed.cadence());
        return new GeneratedContent(feed, new DirtReader(this, problems).read(feed, output, seed()), output);
    }

    /** How many devices are asked for, null if the configuration says nothing. */
    @Nullable Integer devices() {
        return isWrong(FeedKeys.DEVICES) ? null : (Integer) value(FeedKeys.DEVICES);
    }

    /** The seed of everything that is drawn; 0 while it is wrong. */
    long seed() {
        return isWrong(FeedKeys.SEED) ? 0 : number(FeedKeys.SEED).longValue();
    }

    /** The form of the values, {@code usual} where none is asked for. */
    Output output(Output usual) {
        return isWrong(FeedKeys.OUTPUT) || value(FeedKeys.OUTPUT) == null ? usual : Output.of(text(FeedKeys.OUTPUT));
    }

    void checkShards(int devices) {
        if (!isWrong(FeedKeys.SHARDS) && value(FeedKeys.SHARDS) instanceof Integer shards && shards > devices) {
            problems.add(FeedKeys.SHARDS, "expected at most " + devices + ", which is how many devices the feed has");
        }
    }

    private String topic(Content content) {
        String topic = (String) value(FeedKeys.TOPIC);
        return topic != null ? topic : content.defaultTopic();
    }

    boolean isGiven(String key) {
        return given.containsKey(key);
    }

    boolean isWrong(String key) {
        ConfigValue value = values.get(key);
        return value == null || !value.errorMessages().isEmpty();
    }

    @Nullable Object value(String key) {
        ConfigValue value = values.get(key);
        return value == null ? null : value.value();
    }

    String text(String key) {
        return String.valueOf(value(key));
    }

    Number number(String key) {
        if (value(key) instanceof Number number) {
            return number;
        }
        throw new IllegalStateException(key + " is not a number, though its definition says so");
    }
}
