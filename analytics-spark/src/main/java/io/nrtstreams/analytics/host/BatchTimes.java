package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.result.RecentValues;
import io.nrtstreams.analytics.result.Spread;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/** How long the last batches of a job took that had something to do, without the first ones. Thread-safe. */
final class BatchTimes extends StreamingQueryListener {

    private static final int RECENT = 1024;
    /** In these classes are loaded and compiled, which tells nothing of those to come. */
    private static final int WARM_UPS = 5;

    private final String job;
    private final RecentValues millis = new RecentValues(RECENT);
    private final AtomicLong batches = new AtomicLong();

    BatchTimes(String job) {
        this.job = job;
    }

    long batches() {
        return batches.get();
    }

    Optional<Spread> spread() {
        return millis.spread();
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        Long took = event.progress().durationMs().get("triggerExecution");
        if (job.equals(event.progress().name())
                && event.progress().numInputRows() > 0
                && took != null
                && batches.incrementAndGet() > WARM_UPS) {
            millis.add(took);
        }
    }
}
