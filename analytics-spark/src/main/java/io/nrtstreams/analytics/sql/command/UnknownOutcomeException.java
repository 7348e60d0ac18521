package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.SqlException;

/** The broker went away while a command was written: it may be in the log, or not. */
public final class UnknownOutcomeException extends SqlException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(Throwable cause) {
        super(
                "The broker went away while the statement was written to the command log, so it may have been carried out or"
                        + " not. See with SHOW once the broker is back, and repeat it when it was not.");
        initCause(cause);
    }
}
