package io.nrtstreams.connect.cleaning.core;

/** What becomes of a record that was refused. */
public enum Action {
    /** It is set aside: to the dead letter queue under a sink, to the topic of rejects under a source. */
    REJECT,
    /** It stops the task. */
    FAIL,
    /** It is left out without a trace; only ever because a rule says so. */
    DROP
}
