package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Reading;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
import io.nrtstreams.connect.mock.series.Times;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of a connector, read once.
 *
 * @param feed name of the feed
 * @param topic where records go
 * @param content where records come from
 * @param pacing when they are due
 * @param shardCount the shards the devices are parted over
 * @param recordLimit records over the whole connector, {@link Long#MAX_VALUE} for no end
 * @param endNanos event times end before this, in nanoseconds since the epoch
 * @param batchRecords the most records of one poll
 * @param headers what records carry beside the label of their dirt
 */
record SourceSettings(
        String feed,
        String topic,
        Content content,
        Pacing pacing,
        int shardCount,
        long recordLimit,
        long endNanos,
        int batchRecords,
        HeaderPlan headers) {
    /** The one key of a source partition. One, because Connect takes maps that differ in order for two partitions. */
    static final String SERIES = "series";

    /** @throws ConfigException with everything that is wrong */
    static SourceSettings of(Map<String, String> given) {
        Problems problems = new Problems();
        SettingsReader reader = new SettingsReader(given, problems);
        SourceSettings settings = reader.read().orElse(null);
        reader.addKeyErrors();
        problems.throwIfAny();
        if (settings == null) {
            throw new ConfigException("the configuration is not valid");
        }
        return settings;
    }

    Shard shard(int index) {
        return new Shard(index, shardCount, content.devices());
    }

    Stream<Shard> shards() {
        return IntStream.range(0, shardCount).mapToObj(this::shard);
    }

    /** The source partition of a shard, which names its feed, topic and number. */
    Map<String, String> partition(Shard shard) {
        return Map.of(SERIES, series(shard.index()));
    }

    String series(int shard) {
        return feed + "/" + topic + "/" + shard;
    }

    /** Why an offset cannot be one of the shard, which was counted with the configured number of shards. */
    Optional<String> shardMistake(Shard shard, SourceOffset offset) {
        Schedule schedule = offset.schedule();
        if (schedule != null && schedule.shards() != shardCount) {
            return Optional.of(FeedKeys.SHARDS + ": the records of " + partition(shard) + " were emitted with shards="
                    + schedule.shards() + ", another number would repeat and skip some;"
                    + " put it back, or reset the connector's offsets to begin anew");
        }
        return shard.counts(offset.position())
                ? Optional.empty()
                : Optional.of(SourceOffset.mistake(SourceOffset.POSITION, "is beyond what can be counted"));
    }

    /** A shard at work by a schedule; {@code emitted} is told of each record. */
    ShardRun run(Shard shard, Tape tape, Schedule schedule, Consumer<Reading> emitted) {
        return new ShardRun(this, shard, tape, schedule, emitted);
    }

    /** The records of a shard from {@code position} on, up to its share of the limit. */
    Tape open(Shard shard, long position) {
        return content.open(shard, position, end(shard));
    }

    /** The position behind the last record of a shard, as far as the limit says. */
    long end(Shard shard) {
        return recordLimit == Long.MAX_VALUE ? Long.MAX_VALUE : shard.shareOf(recordLimit);
    }

    /** The same without an end. */
    SourceSettings endless() {
        return new SourceSettings(
                feed, topic, content, pacing, shardCount, Long.MAX_VALUE, Times.NEVER, batchRecords, headers);
    }
}
