package io.nrtstreams.analytics.pipeline;

import org.apache.spark.sql.streaming.StreamingQueryListener;

/** Tells Spark's progress reports of one query to its metrics. */
final class ProgressListener extends StreamingQueryListener {
    private final String query;
    private final QueryMetrics metrics;

    ProgressListener(String query, QueryMetrics metrics) {
        this.query = query;
        this.metrics = metrics;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        if (query.equals(event.progress().name())) {
            Long millis = event.progress().durationMs().get("triggerExecution");
            metrics.batch(event.progress().numInputRows(), millis == null ? 0 : millis);
        }
    }
}
