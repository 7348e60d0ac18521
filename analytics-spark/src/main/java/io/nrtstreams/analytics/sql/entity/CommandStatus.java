package io.nrtstreams.analytics.sql.entity;

import org.jspecify.annotations.Nullable;

/**
 * How far a command got.
 *
 * @param queryId of the query that it started
 */
public record CommandStatus(
        Stage status, String message, @Nullable String queryId) {

    /** In the order in which a command passes through them. */
    public enum Stage {
        QUEUED,
        PARSING,
        EXECUTING,
        RUNNING,
        TERMINATED,
        SUCCESS,
        ERROR
    }
}
