package io.nrtstreams.connect.s3.storage;

import static java.util.Map.entry;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Map;
import java.util.Optional;

/** What S3's error codes mean for the operator, where the code says more than the status. */
final class RefusalCodes {
    static final String NOT_ALLOWED =
            "the store refuses this to these credentials; they need s3:PutObject, s3:GetObject,"
                    + " s3:ListBucket, s3:AbortMultipartUpload and s3:ListBucketMultipartUploads on the bucket,"
                    + " and no bucket policy may deny it";
    static final String NOT_IMPLEMENTED =
            "the store does not implement something that this request asks for; leave out s3.tags, s3.acl,"
                    + " s3.storage.class and s3.sse, set s3.checksum=none, or delivery=at-least-once if it is conditional"
                    + " writes that it lacks";
    static final Refusal BUSY = new Refusal(
            Kind.TRANSIENT, Concern.REQUEST, "the store is busy or failing; it was tried again without success");

    private static final String EXPIRED =
            "the session token has expired or is not valid; renew s3.session.token with its key pair, or let a role or the"
                    + " default chain renew credentials by themselves";
    private static final String DAMAGED =
            "what arrived is not what was sent; if it happens again something on the way changes requests, or the store"
                    + " needs another s3.checksum";

    private static final Map<String, Refusal> MEANINGS = Map.ofEntries(
            permanent(
                    "NoSuchBucket",
                    Concern.BUCKET,
                    "the bucket does not exist there; create it, or correct s3.bucket, s3.region or s3.endpoint"),
            permanent("InvalidBucketName", Concern.BUCKET, "the store takes no such name; correct s3.bucket"),
            permanent("AllAccessDisabled", Concern.BUCKET, "the bucket is shut off; ask its owner"),
            permanent("AccessDenied", Concern.PERMISSION, NOT_ALLOWED),
            permanent(
                    "InvalidAccessKeyId",
                    Concern.CREDENTIALS,
                    "the store does not know this access key id; correct s3.access.key.id or what the environment gives,"
                            + " or add s3.session.token if the credentials are temporary"),
            permanent(
                    "SignatureDoesNotMatch",
                    Concern.CREDENTIALS,
                    "the secret does not belong to the access key id; correct s3.secret.access.key (a character may be lost"
                            + " or escaped), or look for a proxy that changes requests on their way"),
            permanent("ExpiredToken", Concern.CREDENTIALS, EXPIRED),
            permanent("InvalidToken", Concern.CREDENTIALS, EXPIRED),
            permanent("TokenRefreshRequired", Concern.CREDENTIALS, EXPIRED),
            permanent(
                    "RequestTimeTooSkewed",
                    Concern.CREDENTIALS,
                    "the worker's clock and the store's differ by over 15 minutes; set the worker's clock, by NTP say"),
            permanent(
                    "AccessControlListNotSupported",
                    Concern.ACL,
                    "the bucket takes no access control lists (its owner owns every object); remove s3.acl"),
            permanent("InvalidTag", Concern.TAGS, "the store does not take these tags; correct s3.tags"),
            permanent(
                    "InvalidStorageClass",
                    Concern.STORAGE_CLASS,
                    "the store has no such storage class for this bucket; correct s3.storage.class"),
            permanent("NotImplemented", Concern.REQUEST, NOT_IMPLEMENTED),
            permanent(
                    "EntityTooLarge",
                    Concern.REQUEST,
                    "the store takes no body as large as this; make s3.part.size smaller"),
            passing("RequestTimeout", BUSY.message()),
            passing("NoSuchUpload", "the store has forgotten the upload; it is begun anew"),
            passing(
                    "InvalidPart",
                    "the store does not have a part as it was named, most often because its answer was cut off; the upload is"
                            + " begun anew"),
            passing("BadDigest", DAMAGED),
            passing("IncompleteBody", DAMAGED),
            passing("XAmzContentChecksumMismatch", DAMAGED),
            passing("XAmzContentSHA256Mismatch", DAMAGED));

    private RefusalCodes() {}

    /** What a code means, if it means more than its status. */
    static Optional<Refusal> meaning(String code) {
        return Optional.ofNullable(MEANINGS.get(code));
    }

    private static Map.Entry<String, Refusal> permanent(String code, Concern concern, String message) {
        return entry(code, Refusal.permanent(concern, message));
    }

    private static Map.Entry<String, Refusal> passing(String code, String message) {
        return entry(code, new Refusal(Kind.TRANSIENT, Concern.REQUEST, message));
    }
}
