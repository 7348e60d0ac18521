package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
import io.nrtstreams.connect.mock.series.Times;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds what a task runs, from the configuration and the offsets of an earlier run; all of it or nothing. */
record SourceStart(SourceSettings settings, OffsetStorageReader offsets, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(SourceStart.class);

    /** @throws ConnectException if an offset does not fit the configuration, or a recording cannot be read */
    StartedSource start(List<Integer> indices, Pause pause, Progress progress) {
        List<Shard> shards = indices.stream().map(settings::shard).toList();
        List<ShardRun> runs = new ArrayList<>();
        try {
            // Asked for together, because each question waits for an answer.
            Map<Map<String, String>, Map<String, Object>> stored =
                    offsets.offsets(shards.stream().map(settings::partition).toList());
            shards.forEach(shard -> runs.add(run(shard, stored.get(settings.partition(shard)), progress)));
        } catch (RuntimeException e) {
            runs.forEach(ShardRun::close);
            progress.close();
            throw e;
        }
        tellWhereItBegins(runs);
        return new StartedSource(runs, settings, clock, pause, progress);
    }

    private ShardRun run(Shard shard, @Nullable Map<String, Object> stored, Progress progress) {
        SourceOffset offset = stored == null ? SourceOffset.NONE : SourceOffset.of(stored);
        settings.shardMistake(shard, offset).ifPresent(mistake -> {
            throw new ConnectException(mistake);
        });
        Tape tape = settings.open(shard, offset.position());
        try {
            ShardRun run = settings.run(shard, tape, schedule(shard, tape, offset.schedule()), progress);
            LOG.debug("{} begins at position {} with {}", run.partition(), run.position(), run.schedule());
            return run;
        } catch (RuntimeException e) {
            tape.close();
            throw e;
        }
    }

    private static void tellWhereItBegins(List<ShardRun> runs) {
        ShardRun first = runs.get(0);
        if (runs.stream().allMatch(ShardRun::ended)) {
            LOG.info(
                    "{} and the other shards of the task are complete with {} records: nothing is emitted any more. To"
                            + " go on raise record.limit or end.time, to begin anew reset the connector's offsets",
                    first.partition(),
                    runs.stream().mapToLong(ShardRun::position).sum());
        } else {
            LOG.info(
                    "{} begins at position {} with {}; the task has {} shards",
                    first.partition(),
                    first.position(),
                    first.schedule().last(),
                    runs.size());
        }
    }

    /** What is too late by it is found out with the first poll. */
    private Schedule schedule(Shard shard, Tape tape, @Nullable Schedule before) {
        Pacing pacing = settings.pacing();
        long now = Spellings.nanos(clock.instant());
        if (before == null || pacing.memory() == Pacing.Memory.NONE) {
            return pacing.begin(shard, settings.content().cadence(), tape.position(), now);
        }
        if (pacing.memory() == Pacing.Memory.ORIGIN) {
            return pacing.anew(before, tape.position(), now, 0);
        }
        long due = tape.ended() ? Times.NEVER : tape.due(before);
        return due < settings.endNanos() ? pacing.goingOn(before, tape.position(), due, now) : before;
    }
}
