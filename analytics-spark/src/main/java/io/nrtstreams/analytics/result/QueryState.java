package io.nrtstreams.analytics.result;

/** Where a query is in its life. */
public enum QueryState {
    /** Declared, and not yet started. */
    WAITING,
    /** Started; it takes in what comes. */
    RUNNING,
    /** Died, and is about to be started again from its checkpoint. */
    RESTARTING,
    /** Died for good, or could not be started. */
    FAILED,
    /** Stopped in order. */
    STOPPED
}
