package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Tempo;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task at work: hands over what is due of its shards, in batches and in the order of event times, and waits a little
 * where nothing is. It holds one batch of records at a time. Thread-safe: a stop may come from any thread.
 */
final class StartedSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartedSource.class);

    /** Shorter waits would make batches of one record at high rates. */
    private static final long SHORTEST_WAIT = 5_000_000;

    /** The worker looks for requests to pause or stop between polls, so a poll must not last. */
    private static final long LONGEST_WAIT = 500_000_000;

    private final PriorityQueue<ShardRun> shards;
    private final Content content;
    private final Pacing pacing;
    private final int batchRecords;
    private final InstantSource clock;
    private final Pause pause;
    private final Progress progress;
    private Tempo.@Nullable Anchor anchor;
    private boolean closed;

    /** @param shards at least one */
    StartedSource(List<ShardRun> shards, SourceSettings settings, InstantSource clock, Pause pause, Progress progress) {
        this.shards = new PriorityQueue<>(Comparator.comparingLong(ShardRun::due));
        this.shards.addAll(shards);
        this.content = settings.content();
        this.pacing = settings.pacing();
        this.batchRecords = settings.batchRecords();
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * What is due, at most a batch; empty if nothing was due within a short wait.
     *
     * @throws ConnectException if the next record cannot be read; those before it were handed over
     */
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
        ShardRun next = shards.element();
        long wait = next.ended() ? LONGEST_WAIT : dueNanos(next) - now();
        return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, wait));
    }

    private synchronized List<SourceRecord> due() {
        List<SourceRecord> batch = new ArrayList<>();
        if (closed) {
            return batch;
        }
        long now = now();
        while (batch.size() < batchRecords) {
            ShardRun next = shards.element();
            if (next.failure() != null && batch.isEmpty()) {
                throw next.failure();
            }
            if (next.ended() || next.failure() != null || !isDue(next, now)) {
                break;
            }
            take(shards.remove(), now, batch);
        }
        progress.polled(batch, shards, behindNanos(now));
        return batch;
    }

    private boolean isDue(ShardRun next, long now) {
        long due = dueNanos(next);
        if (due < now - pacing.mostBehindNanos() && !(pacing.tempo() instanceof Tempo.Live)) {
            // What was missed follows at the pace that was asked for, and not all at once.
            anchor = new Tempo.Anchor(now, next.due(), next.ordinal());
        }
        return due <= now;
    }

    private void take(ShardRun next, long now, List<SourceRecord> batch) {
        if (pacing.tooLate(next.due(), now)) {
            LOG.info(
                    "{} is {} s behind at position {}: it goes on from now",
                    next.partition(),
                    (now - next.due()) / 1_000_000_000,
                    next.position());
            long phase = pacing.phase(next.schedule().shards(), content.devices(), content.cadence(), next.ordinal());
            next.follow(pacing.anew(next.schedule(), next.position(), content.nominalNanos(now) + phase));
        }
        if (next.due() <= now || !(pacing.tempo() instanceof Tempo.Live)) {
            batch.add(next.next());
        }
        shards.add(next);
    }

    /** By the wall clock. */
    private long dueNanos(ShardRun shard) {
        if (anchor == null) {
            anchor = new Tempo.Anchor(now(), shard.due(), shard.ordinal());
        }
        return pacing.tempo().dueNanos(anchor, shard.due(), shard.ordinal());
    }

    private long behindNanos(long now) {
        ShardRun next = shards.element();
        boolean waits = !next.ended() && next.failure() == null && !(pacing.tempo() instanceof Tempo.Unthrottled);
        return waits ? Math.max(0, now - dueNanos(next)) : 0;
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
        progress.close();
    }
}
