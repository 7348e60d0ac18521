package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.metrics.SourceMetrics;
import io.nrtstreams.connect.mock.series.DirtKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/** Tells the metrics how far a task is. Its methods are called by the task's thread. */
record Progress(SourceMetrics metrics) implements Consumer<DirtKind>, AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** After each poll. */
    void polled(List<SourceRecord> batch, Collection<ShardRun> shards, long behindNanos) {
        long position = 0;
        long badRows = 0;
        boolean complete = true;
        for (ShardRun shard : shards) {
            position += shard.position();
            badRows += shard.badRows();
            complete &= shard.ended();
        }
        if (!batch.isEmpty()) {
            Long last = batch.get(batch.size() - 1).timestamp();
            metrics.emitted(batch.size(), last == null ? 0 : last);
        }
        metrics.isAt(new SourceMetrics.State(position, badRows, behindNanos / NANOS_PER_MILLI, complete));
    }

    @Override
    public void accept(DirtKind planted) {
        metrics.planted(planted);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
