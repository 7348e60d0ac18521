package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.errors.DataException;

/**
 * A record that cannot be stored as the configuration asks. The message says why and never shows a value of the record;
 * whoever catches it adds the coordinates.
 */
public final class BadRecordException extends DataException {
    private static final long serialVersionUID = 1L;

    public BadRecordException(String reason) {
        super(reason);
    }
}
