package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Pacing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task at work: hands over what is due of its shards, in batches, and waits a little where nothing is. It holds one
 * batch of records at a time. Thread-safe: a stop may come from any thread.
 */
final class StartedSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartedSource.class);

    /** Shorter waits would make batches of one record at high rates. */
    private static final long SHORTEST_WAIT = 5_000_000;

    /** The worker looks for requests to pause or stop between polls, so a poll must not last. */
    private static final long LONGEST_WAIT = 500_000_000;

    private final List<ShardRun> shards;
    private final Pacing pacing;
    private final int batchRecords;
    private final InstantSource clock;
    private final Pause pause;
    private int turn;
    private boolean closed;

    StartedSource(List<ShardRun> shards, Pacing pacing, int batchRecords, InstantSource clock, Pause pause) {
        this.shards = List.copyOf(shards);
        this.pacing = pacing;
        this.batchRecords = batchRecords;
        this.clock = clock;
        this.pause = pause;
    }

    /** What is due, at most a batch; empty if nothing was due within a short wait. */
    List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> batch = due();
        if (batch.isEmpty()) {
            pause.upTo(untilDue());
            batch = due();
        }
        return batch;
    }

    private synchronized long untilDue() {
        if (closed) {
            return 0;
        }
        long now = now();
        long next = shards.stream().mapToLong(ShardRun::due).min().orElse(Long.MAX_VALUE);
        long wait = next == Long.MAX_VALUE ? LONGEST_WAIT : next - now;
        return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, wait));
    }

    private synchronized List<SourceRecord> due() {
        List<SourceRecord> batch = new ArrayList<>();
        if (closed) {
            return batch;
        }
        long now = now();
        int count = shards.size();
        for (int i = 0; i < count; i++) {
            // An equal part of what is left for each of the shards that are left; who is first changes.
            int room = (batchRecords - batch.size() + count - i - 1) / (count - i);
            take(shards.get((turn + i) % count), now, room, batch);
        }
        turn = (turn + 1) % count;
        return batch;
    }

    private void take(ShardRun shard, long now, int room, List<SourceRecord> batch) {
        long due = shard.due();
        if (due < now && pacing.tooLate(due, now)) {
            LOG.info(
                    "{} is {} s behind at position {}: it goes on from now",
                    shard.partition(),
                    (now - due) / 1_000_000_000,
                    shard.position());
            shard.follow(pacing.anew(shard.schedule(), shard.position(), now));
            due = shard.due();
        }
        for (int taken = 0; taken < room && due <= now; taken++) {
            batch.add(shard.next());
            due = shard.due();
        }
    }

    private long now() {
        return Spellings.nanos(clock.instant());
    }

    /** Ends a waiting poll and closes what is open. */
    @Override
    public void close() {
        pause.end();
        closeShards();
    }

    private synchronized void closeShards() {
        closed = true;
        shards.forEach(ShardRun::close);
    }
}
