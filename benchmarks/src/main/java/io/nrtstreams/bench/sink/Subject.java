package io.nrtstreams.bench.sink;

/** What a run measures. */
public enum Subject {
    /** The connector of a plugin folder. */
    SINK,
    /** The loop that drives a task, with one that does nothing. */
    FRAMEWORK_LOOP,
    /** Nothing but writing the records as JSON into memory. */
    ENCODER
}
