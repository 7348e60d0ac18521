package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.SqlException;

/** The store's files cannot be read or written. */
final class StoreException extends SqlException {

    private static final long serialVersionUID = 1L;

    StoreException(String what, Exception cause) {
        super(what + ": " + cause.getMessage() + ". See that the disk is not full and that its files may be written.");
        initCause(cause);
    }
}
