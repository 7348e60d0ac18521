package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says of each failure of the SDK what it means for the operator. */
final class StoreErrors {
    private static final String BUSY = ", the store is busy or failing; it was tried again without success";

    private final String bucket;

    StoreErrors(String bucket) {
        this.bucket = bucket;
    }

    /** Runs one request; {@code doing} says what it was for, e.g. {@code writing .../b.json}. */
    <T> T during(String doing, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw explained(doing, e);
        }
    }

    StoreException explained(String doing, SdkException failure) {
        String start = "bucket " + bucket + ", " + doing + ": ";
        if (failure instanceof SdkServiceException refused) {
            return new StoreException(kind(refused), start + remedy(refused), refused);
        }
        if (isAboutCredentials(failure)) {
            return new StoreException(
                    Kind.PERMANENT,
                    start + "no credentials were found; set s3.access.key.id and s3.secret.access.key,"
                            + " or give the worker's environment a role",
                    failure);
        }
        return new StoreException(
                Kind.TRANSIENT,
                start + "the store cannot be reached; check s3.endpoint, s3.region and the worker's network"
                        + " (a host that is not known or refuses the connection)",
                failure);
    }

    private static Kind kind(SdkServiceException refused) {
        boolean mayPass = switch (refused.statusCode()) {
            case 400 -> isTooSlow(refused);
            case 408, 409, 429 -> true;
            case 404 -> code(refused).equals("NoSuchUpload");
            case 501 -> false;
            default -> refused.statusCode() >= 500 || refused.isThrottlingException();
        };
        return mayPass ? Kind.TRANSIENT : Kind.PERMANENT;
    }

    private static String remedy(SdkServiceException refused) {
        String said = ("status " + refused.statusCode() + " " + code(refused)).trim();
        if (refused instanceof NoSuchBucketException || code(refused).equals("NoSuchBucket")) {
            return said
                    + ", the bucket does not exist there; create it, or correct s3.bucket, s3.region or s3.endpoint";
        }
        if (isTooSlow(refused)) {
            return said + BUSY;
        }
        return switch (refused.statusCode()) {
            case 301, 307, 400 -> said + ", most often a wrong s3.region or s3.path.style for this bucket";
            case 401, 403 ->
                said + ", the store refuses these credentials; they need s3:PutObject, s3:GetObject, s3:ListBucket and"
                        + " s3:AbortMultipartUpload on the bucket, and the worker's clock must be right";
            case 404 -> said + ", there is nothing under this name; check s3.bucket, s3.endpoint and s3.path.style";
            case 501 -> said + ", the store does not implement this request";
            case 429, 500, 502, 503, 504 -> said + BUSY;
            default -> said;
        };
    }

    /** S3 says 400 as well where the bytes of an upload came too slowly. */
    private static boolean isTooSlow(SdkServiceException refused) {
        return refused.statusCode() == 400 && code(refused).equals("RequestTimeout");
    }

    /** S3's own name of the failure, or nothing. */
    static String code(SdkServiceException refused) {
        AwsErrorDetails details = refused instanceof S3Exception s3 ? s3.awsErrorDetails() : null;
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    private static boolean isAboutCredentials(SdkException failure) {
        return failure instanceof SdkClientException
                && String.valueOf(failure.getMessage()).contains("Unable to load credentials");
    }
}
