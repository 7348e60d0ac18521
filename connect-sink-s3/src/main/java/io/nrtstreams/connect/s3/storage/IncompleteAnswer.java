package io.nrtstreams.connect.s3.storage;

import java.io.IOException;
import software.amazon.awssdk.core.exception.RetryableException;

/**
 * An answer that lacks what S3 always says. The HTTP client takes a head within which the connection ends for a whole one, so
 * that what stands at its end may be missing or cut, and the body is empty.
 */
final class IncompleteAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    private IncompleteAnswer(String message) {
        super(message);
    }

    /** The exception to throw, which the SDK answers by asking again where it is thrown while an answer is read. */
    static RetryableException lacking(String what) {
        IncompleteAnswer incomplete = new IncompleteAnswer("the answer has no " + what);
        return RetryableException.create(incomplete.getMessage(), incomplete);
    }
}
