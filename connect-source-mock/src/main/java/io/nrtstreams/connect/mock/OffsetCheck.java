package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Schedule;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with offsets from which somebody wants the connector to go on. */
record OffsetCheck(SourceSettings settings) {
    /**
     * Passes over offsets that a task can start from, and over null, which begins a shard anew.
     *
     * @throws ConnectException with everything that is wrong, each with its partition
     */
    void check(Map<Map<String, ?>, @Nullable Map<String, ?>> altered) {
        List<String> mistakes = new ArrayList<>();
        altered.forEach((partition, offset) -> {
            // Null may be for a partition that an earlier configuration left behind.
            if (offset != null) {
                mistakes(partition, offset).forEach(mistake -> mistakes.add(partition + ": " + mistake));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new ConnectException(String.join("; ", mistakes));
        }
    }

    private List<String> mistakes(Map<String, ?> partition, Map<String, ?> stored) {
        List<String> mistakes = new ArrayList<>();
        SourceOffset offset = SourceOffset.read(stored, mistakes);
        Optional<Shard> shard = settings.shards()
                .filter(each -> settings.partition(each).equals(partition))
                .findFirst();
        if (shard.isEmpty()) {
            mistakes.add("there is no such source partition; expected one of " + known() + " as "
                    + SourceSettings.SERIES + ", and no other key");
        }
        if (shard.isPresent() && mistakes.isEmpty()) {
            against(shard.get(), offset, mistakes);
        }
        return mistakes;
    }

    private String known() {
        int last = settings.shardCount() - 1;
        return settings.series(0) + (last == 0 ? "" : " to " + settings.series(last));
    }

    private void against(Shard shard, SourceOffset offset, List<String> mistakes) {
        settings.shardMistake(shard, offset).ifPresent(mistakes::add);
        long end = settings.end(shard);
        if (offset.position() > end) {
            mistakes.add(SourceOffset.mistake(
                    SourceOffset.POSITION,
                    "is beyond " + PaceKeys.RECORD_LIMIT + ", of which this shard has " + end
                            + " records; expected at most that"));
        }
        if (mistakes.isEmpty() && offset.complete() && settings.content().isComputed() && !isComplete(shard, offset)) {
            mistakes.add(SourceOffset.mistake(
                    SourceOffset.COMPLETE, "there are records behind this position; leave it out"));
        }
    }

    private boolean isComplete(Shard shard, SourceOffset offset) {
        Schedule schedule = offset.schedule();
        if (schedule == null) {
            return offset.position() >= settings.end(shard);
        }
        try (ShardRun run = settings.run(shard, settings.open(shard, offset.position()), schedule, reading -> {})) {
            return run.ended();
        }
    }
}
