package io.nrtstreams.connect.s3.metrics;

import io.nrtstreams.connect.kit.metrics.Metric;

/** The metrics of a task. */
public enum SinkMetric {
    OPEN_FILES("open-files", "Files that still take records."),
    BUFFERED_BYTES("buffered-bytes", "Bytes of memory that files hold which are not durable, of memory.budget."),
    REQUESTS_IN_FLIGHT("requests-in-flight", "Requests to the store under way, of uploads.in.flight."),
    FRONTIER_LAG(
            "frontier-lag",
            "Offsets that were read but cannot be committed yet, over all partitions, as of the last commit."),
    OBJECTS("objects-total", "Objects stored."),
    BYTES("bytes-total", "Bytes stored, after compression."),
    RECORDS("records-total", "Records stored."),
    SKIPPED("skipped-total", "Records without a value that were skipped (null.values=skip)."),
    DEAD_LETTERED("dead-lettered-total", "Records that could not be stored and were handed to Connect's reporter."),
    RETRIES("retries-total", "Requests that failed, after the attempts of the AWS SDK, and were put off."),
    ROTATIONS("rotations-total", "Files closed; the tag reason says why."),
    RECORD_AGE_AVG(
            "record-age-ms-avg",
            "How long before it became durable the first record of a file was written to Kafka, in milliseconds, on"
                    + " average over the last 60 s."),
    RECORD_AGE_MAX("record-age-ms-max", "The same, at most over the last 60 s.");

    private final String metricName;
    private final String doc;

    SinkMetric(String metricName, String doc) {
        this.metricName = metricName;
        this.doc = doc;
    }

    Metric metric() {
        return new Metric(metricName, doc);
    }

    /** The name, e.g. {@code open-files}. */
    public String metricName() {
        return metricName;
    }

    /** What it counts, with its unit. */
    public String doc() {
        return doc;
    }
}
