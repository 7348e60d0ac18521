package io.nrtstreams.analytics.kafka;

import io.nrtstreams.sql.SqlException;

/** The broker does not do what a statement needs. The message says what, why and the remedy. */
public final class BrokerException extends SqlException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    BrokerException(Kind kind, String problem, Throwable cause) {
        super(problem);
        this.kind = kind;
        initCause(cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Why it does not. */
    public enum Kind {
        /** It did not answer in time. */
        UNREACHABLE,
        /** Its access control does not allow it. */
        FORBIDDEN,
        /** It refused for another reason. */
        REFUSED
    }
}
