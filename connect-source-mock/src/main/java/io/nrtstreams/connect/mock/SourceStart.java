package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;
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
    StartedSource start(List<Integer> shards, Pause pause) {
        List<ShardRun> runs = new ArrayList<>();
        try {
            shards.forEach(index -> runs.add(run(settings.shard(index))));
        } catch (RuntimeException e) {
            runs.forEach(ShardRun::close);
            throw e;
        }
        return new StartedSource(runs, settings.pacing(), settings.batchRecords(), clock, pause);
    }

    private ShardRun run(Shard shard) {
        Map<String, String> partition = settings.partition(shard);
        Map<String, Object> stored = offsets.offset(partition);
        SourceOffset offset = stored == null ? new SourceOffset(0, null) : SourceOffset.of(stored);
        settings.checkShards(partition, offset);
        Tape tape = settings.open(shard, offset.position());
        try {
            Schedule schedule = schedule(shard, tape, offset.schedule());
            LOG.info("{} begins at position {} with {}", partition, offset.position(), schedule.last());
            return new ShardRun(partition, settings.topic(), tape, schedule);
        } catch (RuntimeException e) {
            tape.close();
            throw e;
        }
    }

    private Schedule schedule(Shard shard, Tape tape, @Nullable Schedule before) {
        Pacing pacing = settings.pacing();
        long now = Spellings.nanos(clock.instant());
        if (before == null || pacing.memory() == Pacing.Memory.NONE) {
            return pacing.begin(shard, settings.content().cadence(), tape.position(), now);
        }
        if (pacing.memory() == Pacing.Memory.ORIGIN) {
            return pacing.anew(before, tape.position(), now);
        }
        if (tape.ended()) {
            return before;
        }
        long due = tape.due(before);
        return pacing.tooLate(due, now)
                ? pacing.anew(before, tape.position(), now)
                : pacing.withStep(before, tape.position(), due, now);
    }
}
