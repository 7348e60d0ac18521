package io.nrtstreams.connect.mock.metrics;

import io.nrtstreams.connect.kit.metrics.Metric;

/** The metrics of a task. */
public enum SourceMetric {
    RECORDS("records-total", "Records handed to the worker."),
    RATE("records-rate", "Records handed to the worker per second, over the last 60 s."),
    BEHIND("behind-ms", "How long ago the next record was due, in milliseconds; 0 where none is late."),
    POSITION("position", "Records emitted since the series began, over all shards of the task."),
    EVENT_TIME("event-time-ms", "Event time of the record handed over last, in milliseconds since the epoch."),
    EVENT_LAG(
            "event-lag-ms",
            "By how much that event time was behind the wall clock when it was handed over, in milliseconds; below 0 where"
                    + " it was ahead."),
    TOMBSTONES("tombstones-total", "Records without a value."),
    DIRT("dirt-total", "Records with a planted defect; the tag kind says which."),
    BAD_ROWS("bad-rows-total", "Rows of a recording that were passed over or rejected."),
    COMPLETE("complete", "1 where the task has no record left, else 0.");

    private final String metricName;
    private final String doc;

    SourceMetric(String metricName, String doc) {
        this.metricName = metricName;
        this.doc = doc;
    }

    /** Its name and what it counts. */
    public Metric metric() {
        return new Metric(metricName, doc);
    }
}
