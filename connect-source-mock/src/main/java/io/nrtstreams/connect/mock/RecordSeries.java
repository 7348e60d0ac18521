package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Pacing.Memory;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The records of one configured connector, without a broker and without a clock: what must be in the topic, computed
 * from the configuration and the last source offset alone.
 *
 * <p>It holds for the configuration the records were emitted with. Its keys of time and rhythm may have changed: the
 * offset tells. Its seed, devices, dirt or recording may not. Immutable and thread-safe; the streams are not.
 */
public final class RecordSeries {
    private final SourceSettings settings;

    private RecordSeries(SourceSettings settings) {
        this.settings = settings;
    }

    /**
     * The series of a connector.
     *
     * @throws ConfigException with everything that is wrong with the configuration
     */
    public static RecordSeries of(Map<String, String> connectorConfig) {
        return new RecordSeries(SourceSettings.of(connectorConfig));
    }

    /** The topic the records go to, before any transform. */
    public String topic() {
        return settings.topic();
    }

    /** The source partitions of the connector, one a shard, in the order of the shards. */
    public List<Map<String, ?>> sourcePartitions() {
        return settings.shards().<Map<String, ?>>map(settings::partition).toList();
    }

    /**
     * How many records a shard has emitted.
     *
     * @param sourceOffset the shard's offset, as Connect stores it
     * @throws ConnectException if it is no offset of this connector
     */
    public long position(Map<String, ?> sourceOffset) {
        return SourceOffset.of(sourceOffset).position();
    }

    /**
     * The records at positions {@code from} to {@code to - 1} exactly as they were emitted: topic, key, value,
     * timestamp, headers, source partition and position. The schedule in their source offsets is that of
     * {@code sourceOffset}, of which theirs was the beginning.
     *
     * <p>The stream computes as it goes and holds one record; where it reads a recording, close it.
     *
     * @param sourceOffset the shard's last offset
     * @param to at most the offset's position
     * @throws IllegalArgumentException if the partition is not one of {@link #sourcePartitions()}, the range is not
     *     within what was emitted, or its times are no longer known
     * @throws ConnectException if the offset is none of this connector, or a recording cannot be read
     */
    public Stream<SourceRecord> records(
            Map<String, ?> sourcePartition, Map<String, ?> sourceOffset, long from, long to) {
        SourceOffset offset = SourceOffset.of(sourceOffset);
        if (from < 0 || from > to || to > offset.position()) {
            throw new IllegalArgumentException("expected a range within the " + offset.position()
                    + " records that were emitted, but it is " + from + " to " + to);
        }
        Shard shard = shard(sourcePartition);
        Schedule schedule = offset.schedule();
        if (schedule == null) {
            throw new IllegalArgumentException("the offset has no schedule, so it does not tell the times of records");
        }
        if (from < to) {
            requireKnown(schedule, from);
        }
        // They were emitted, whatever record.limit and end.time are by now.
        return new RecordSeries(settings.endless()).read(shard, schedule, from, to);
    }

    /**
     * The records at positions {@code from} to {@code to - 1} of a series whose first record is at {@code start}; of a
     * replay, whose times are the recorded ones, whatever {@code start} is. It ends early at the record limit or at
     * the end of a recording.
     *
     * @throws IllegalArgumentException if the partition is not one of {@link #sourcePartitions()}, or the range is none
     * @throws ConnectException if a recording cannot be read
     */
    public Stream<SourceRecord> records(Map<String, ?> sourcePartition, Instant start, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("expected a range of positions from 0, but it is " + from + " to " + to);
        }
        Shard shard = shard(sourcePartition);
        return read(shard, from(shard, start), from, to);
    }

    /**
     * What is true behind the records that {@link #records(Map, Instant, long, long)} gives, by names, of the types that
     * JSON has: the state of the world and the device. Empty maps where nothing is known, as of a recording or of values
     * that are drawn independently.
     *
     * @throws IllegalArgumentException as that method does
     */
    public Stream<Map<String, Object>> truths(Map<String, ?> sourcePartition, Instant start, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("expected a range of positions from 0, but it is " + from + " to " + to);
        }
        Shard shard = shard(sourcePartition);
        return read(shard, from(shard, start), from, to, run -> {
            Map<String, Object> truth = run.truth();
            run.next();
            return truth;
        });
    }

    private Schedule from(Shard shard, Instant start) {
        return settings.pacing()
                .at(OptionalLong.of(Spellings.nanos(start)))
                .begin(shard, settings.content().cadence(), 0, 0);
    }

    private Stream<SourceRecord> read(Shard shard, Schedule schedule, long from, long to) {
        return read(shard, schedule, from, to, ShardRun::next);
    }

    private <T> Stream<T> read(Shard shard, Schedule schedule, long from, long to, Function<ShardRun, T> next) {
        ShardRun run = settings.run(shard, settings.open(shard, from), schedule, reading -> {});
        return LongStream.range(from, to)
                .takeWhile(position -> !run.ended() && run.position() < to)
                .mapToObj(position -> {
                    if (run.failure() != null) {
                        throw run.failure();
                    }
                    return next.apply(run);
                })
                .onClose(run::close);
    }

    private void requireKnown(Schedule schedule, long from) {
        if (settings.pacing().memory() == Memory.WHOLE_PAST) {
            schedule.at(from);
        }
    }

    private Shard shard(Map<String, ?> sourcePartition) {
        return settings.shards()
                .filter(shard -> settings.partition(shard).equals(sourcePartition))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the source partition is not one of this connector's; take one of sourcePartitions()"));
    }
}
