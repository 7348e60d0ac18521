package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.core.Refused;
import org.apache.kafka.connect.errors.DataException;

/**
 * Hands a rejected record to the error handling of the Connect worker, which under a sink is the dead letter queue.
 * It has no stack trace: the message says all there is to say, and rejecting stays cheap.
 */
public final class RejectedRecordException extends DataException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String reason;

    RejectedRecordException(String message, Refused refused) {
        super(message);
        field = refused.field();
        rule = refused.rule();
        reason = refused.reason();
    }

    /** The path of the field, empty where the record as a whole was rejected. */
    public String field() {
        return field;
    }

    /** The rule as it was configured. */
    public String rule() {
        return rule;
    }

    /** What was expected. */
    public String reason() {
        return reason;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
