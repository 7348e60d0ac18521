package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.SqlException;

/** This server may not write to the log, as another one owns it. */
public final class NotOwnerException extends SqlException {

    private static final long serialVersionUID = 1L;

    NotOwnerException(String problem) {
        super(problem);
    }
}
