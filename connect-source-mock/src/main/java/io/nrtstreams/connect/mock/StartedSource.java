package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Pacing;
import io.nrtstreams.connect.mock.series.Tempo;
import io.nrtstreams.connect.mock.series.Times;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
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

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final ShardQueue shards;
    private final SourceSettings settings;
    private final Pacing pacing;
    private final InstantSource clock;
    private final Pause pause;
    private final Progress progress;
    private Tempo.Anchor anchor;
    private int lastSize;
    private boolean complete;
    private boolean closed;

    /** @param runs the shards of the task, at least one */
    StartedSource(List<ShardRun> runs, SourceSettings settings, InstantSource clock, Pause pause, Progress progress) {
        this.shards = new ShardQueue(runs);
        this.settings = settings;
        this.pacing = settings.pacing();
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        this.complete = shards.first().ended();
        this.anchor = anchorAt(now());
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
        ShardRun next = shards.first();
        long wait = next.ended() ? LONGEST_WAIT : dueNanos(next) - now();
        return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, wait));
    }

    private synchronized List<SourceRecord> due() {
        if (closed) {
            return List.of();
        }
        long now = now();
        holdClock(now);
        List<SourceRecord> batch = new ArrayList<>(lastSize);
        while (batch.size() < settings.batchRecords()) {
            ShardRun next = shards.first();
            if (next.failure() != null && batch.isEmpty()) {
                throw next.failure();
            }
            if (next.ended() || next.failure() != null || dueNanos(next) > now) {
                break;
            }
            take(next, now, batch);
        }
        lastSize = batch.size();
        progress.polled(batch, shards, behindNanos(now), now);
        tellTheEnd();
        return batch;
    }

    /** A clock of its own that was missed by much goes on where it was: what was missed follows at its pace. */
    private void holdClock(long now) {
        ShardRun next = shards.first();
        boolean late = isPaced() && !next.ended() && now - dueNanos(next) > pacing.mostBehindNanos();
        if (late && !(pacing.tempo() instanceof Tempo.Live)) {
            LOG.info("{} is {} s behind: its clock is set back", next.partition(), behindNanos(now) / NANOS_PER_SECOND);
            anchor = anchorAt(now);
        }
    }

    private void take(ShardRun next, long now, List<SourceRecord> batch) {
        if (pacing.tooLate(next.due(), now)) {
            goOnFrom(now);
        } else {
            batch.add(next.next());
            shards.firstMoved();
        }
    }

    /** Those that are too late begin a stretch of time now, at the distances that shards have. */
    private void goOnFrom(long now) {
        ShardRun first = shards.first();
        LOG.info(
                "{} is {} s behind at position {}: it goes on from now",
                first.partition(),
                (now - first.due()) / NANOS_PER_SECOND,
                first.position());
        shards.forEach(shard -> {
            if (pacing.tooLate(shard.due(), now)) {
                shard.follow(pacing.anew(shard.schedule(), shard.position(), now, phase(first, shard)));
            }
        });
        shards.order();
    }

    /**
     * How long after the first a shard goes on. Its place among all shards is kept, so that records come evenly; shards
     * that are rounds apart do not wait for each other.
     */
    private long phase(ShardRun first, ShardRun run) {
        int places = Math.floorMod(run.shard().index() - first.shard().index(), settings.shardCount());
        long ordinal = first.ordinal();
        return pacing.shape().over(settings.content().cadence()).between(ordinal, ordinal + places, pacing.step());
    }

    private Tempo.Anchor anchorAt(long now) {
        ShardRun first = shards.first();
        return new Tempo.Anchor(now, first.ended() ? Times.END : first.due(), first.ordinal());
    }

    /** By the wall clock. */
    private long dueNanos(ShardRun shard) {
        return pacing.tempo().dueNanos(anchor, shard.due(), shard.ordinal());
    }

    private boolean isPaced() {
        return !(pacing.tempo() instanceof Tempo.Unthrottled);
    }

    private long behindNanos(long now) {
        ShardRun next = shards.first();
        boolean waits = isPaced() && !next.ended() && next.failure() == null;
        return waits ? Math.max(0, now - dueNanos(next)) : 0;
    }

    private void tellTheEnd() {
        if (!complete && shards.first().ended()) {
            complete = true;
            LOG.info(
                    "{} and the other shards of the task are complete; the task idles",
                    shards.first().partition());
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
        progress.close();
    }
}
