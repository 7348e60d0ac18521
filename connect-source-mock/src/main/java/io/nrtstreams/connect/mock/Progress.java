package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.metrics.SourceMetrics;
import io.nrtstreams.connect.mock.series.Reading;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/** Tells the metrics how far a task is. Its methods are called by the task's thread. */
record Progress(SourceMetrics metrics) implements Consumer<Reading>, AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** After each poll; times are nanoseconds since the epoch. */
    void polled(List<SourceRecord> batch, ShardQueue shards, long behindNanos, long now) {
        Sum sum = new Sum();
        shards.forEach(sum);
        for (int i = batch.size() - 1; i >= 0; i--) {
            // What is rejected has no event time.
            Long millis = batch.get(i).timestamp();
            if (millis != null) {
                metrics.reached(millis, now / NANOS_PER_MILLI - millis);
                break;
            }
        }
        metrics.emitted(batch.size());
        metrics.isAt(new SourceMetrics.State(sum.position, sum.badRows, behindNanos / NANOS_PER_MILLI, sum.complete));
    }

    @Override
    public void accept(Reading emitted) {
        if (emitted.dirt() != null) {
            metrics.planted(emitted.dirt());
        }
        if (emitted.value() == null) {
            metrics.tombstone();
        }
    }

    @Override
    public void close() {
        metrics.close();
    }

    /** Over all shards. */
    private static final class Sum implements Consumer<ShardRun> {
        private long position;
        private long badRows;
        private boolean complete = true;

        @Override
        public void accept(ShardRun shard) {
            position += shard.position();
            badRows += shard.badRows();
            complete &= shard.ended();
        }
    }
}
