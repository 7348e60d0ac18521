package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Says of each failure of a request what it means for the operator. Thread-safe. */
final class StoreErrors {
    private final StoreSettings settings;
    private final Unreachable unreachable;
    private final AtomicBoolean closing = new AtomicBoolean();

    StoreErrors(StoreSettings settings) {
        this.settings = settings;
        this.unreachable = new Unreachable(settings);
    }

    /** From now on failures are no surprise. */
    void storeCloses() {
        closing.set(true);
    }

    /** Runs one request; {@code doing} says what it was for, e.g. {@code writing .../b.json}. */
    <T> T during(String doing, Supplier<T> request) {
        try {
            T answer = request.get();
            unreachable.hasAnswered();
            return answer;
        } catch (RuntimeException e) {
            throw explained(doing, e);
        }
    }

    /** The exception to throw in place of {@code failure}. */
    RuntimeException explained(String doing, RuntimeException failure) {
        String start = start(doing);
        if (isGivenUp(failure)) {
            return new StoreException(
                    Kind.TRANSIENT, start + "it was given up unfinished, as the store is being closed", failure);
        }
        if (failure instanceof SdkServiceException refused) {
            Refusal refusal = Refusal.of(refused, settings);
            return new StoreException(refusal.kind(), refusal.concern(), start + refusal.message(), refused);
        }
        return isUnanswered(failure) ? unreachable.explained(start, failure) : failure;
    }

    /** Where the connection ends within an answer, what reads it does not always fail by an exception of the SDK. */
    private static boolean isUnanswered(RuntimeException failure) {
        return failure instanceof SdkException
                || (!(failure instanceof StoreException) && Unreachable.hasCause(failure, IOException.class));
    }

    private String start(String doing) {
        return "bucket " + settings.bucket() + ", " + doing + ": ";
    }

    /** Closing interrupts requests and takes their connections away, which fails in many ways. */
    private boolean isGivenUp(RuntimeException failure) {
        return closing.get()
                || failure instanceof AbortedException
                || Thread.currentThread().isInterrupted();
    }

    /** As an upload has become that is aborted, or that was completed while the answer was lost and the SDK asks again. */
    static boolean isUnknownUpload(SdkServiceException refused) {
        return refused.statusCode() == 404 && code(refused).equals("NoSuchUpload");
    }

    /** S3's own name of the failure, or nothing, as in the answer to a HEAD request, which has no body. */
    static String code(SdkServiceException refused) {
        AwsErrorDetails details = refused instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }
}
