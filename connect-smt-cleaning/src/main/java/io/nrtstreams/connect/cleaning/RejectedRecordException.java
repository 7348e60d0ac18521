package io.nrtstreams.connect.cleaning;

import org.apache.kafka.connect.errors.DataException;

/**
 * Hands a rejected record to the error handling of the Connect worker, which under a sink is the dead letter queue.
 * It has no stack trace: the message says all there is to say, and rejecting stays cheap.
 */
public final class RejectedRecordException extends DataException {
    private static final long serialVersionUID = 1L;

    RejectedRecordException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
