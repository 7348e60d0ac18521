package io.nrtstreams.analytics.pipeline;

import io.nrtstreams.analytics.result.RecentValues;
import io.nrtstreams.analytics.result.Spread;
import java.util.Optional;

/** Counts of one query since the process began. Thread-safe. */
final class QueryMetrics {
    /** Batches with input that are left out of the figures: they compile code and open connections. */
    static final int WARM_UP_BATCHES = 5;
    /** How many batches the figures look back over. */
    static final int RECENT_BATCHES = 512;

    private final RecentValues millis = new RecentValues(RECENT_BATCHES);
    private long inputRows;
    private long batches;

    /** Notes a batch; one without input does not count. */
    synchronized void batch(long rows, long durationMillis) {
        if (rows == 0) {
            return;
        }
        inputRows += rows;
        batches++;
        if (isWarm()) {
            millis.add(durationMillis);
        }
    }

    synchronized long inputRows() {
        return inputRows;
    }

    synchronized long batches() {
        return batches;
    }

    synchronized boolean isWarm() {
        return batches > WARM_UP_BATCHES;
    }

    Optional<Spread> batchMillis() {
        return millis.spread();
    }
}
