package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Content;
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
    StartedSource start(List<Integer> shards, Pause pause, Progress progress) {
        List<ShardRun> runs = new ArrayList<>();
        try {
            shards.forEach(index -> runs.add(run(settings.shard(index), progress)));
        } catch (RuntimeException e) {
            runs.forEach(ShardRun::close);
            progress.close();
            throw e;
        }
        return new StartedSource(runs, settings, clock, pause, progress);
    }

    private ShardRun run(Shard shard, Progress progress) {
        Map<String, String> partition = settings.partition(shard);
        Map<String, Object> stored = offsets.offset(partition);
        SourceOffset offset = stored == null ? new SourceOffset(0, null) : SourceOffset.of(stored);
        settings.checkShards(partition, offset);
        Tape tape = settings.open(shard, offset.position());
        try {
            ShardRun run = settings.run(shard, tape, schedule(shard, tape, offset.schedule()), progress);
            tellWhereItBegins(run);
            return run;
        } catch (RuntimeException e) {
            tape.close();
            throw e;
        }
    }

    private static void tellWhereItBegins(ShardRun run) {
        if (run.ended()) {
            LOG.info(
                    "{} is complete at position {}; to go on raise record.limit or end.time, to begin anew reset the"
                            + " connector's offsets",
                    run.partition(),
                    run.position());
        } else {
            LOG.info(
                    "{} begins at position {} with {}",
                    run.partition(),
                    run.position(),
                    run.schedule().last());
        }
    }

    private Schedule schedule(Shard shard, Tape tape, @Nullable Schedule before) {
        Pacing pacing = settings.pacing();
        Content content = settings.content();
        long now = Spellings.nanos(clock.instant());
        if (before == null || pacing.memory() == Pacing.Memory.NONE) {
            return pacing.begin(shard, content.cadence(), tape.position(), content.nominalNanos(now));
        }
        if (pacing.memory() == Pacing.Memory.ORIGIN) {
            return pacing.anew(before, tape.position(), now);
        }
        if (tape.ended()) {
            return before;
        }
        long due = tape.due(before);
        long phase = pacing.phase(shard.count(), shard.devices(), content.cadence(), tape.ordinal());
        return pacing.tooLate(due, now)
                ? pacing.anew(before, tape.position(), content.nominalNanos(now) + phase)
                : pacing.withStep(before, tape.position(), content.nominalNanos(due), content.nominalNanos(now));
    }
}
