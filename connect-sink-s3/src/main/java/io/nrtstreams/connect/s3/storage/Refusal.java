package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What an answer that is not a success means. Codes and statuses are those of the
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>.
 *
 * <p>The store's own text is searched, and never shown: it may name keys, whose folders are data.
 *
 * @param message status, code, cause and remedy
 */
record Refusal(Kind kind, Concern concern, String message) {
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]{2,40})'");
    private static final Pattern DENIED_ACTION = Pattern.compile("perform: ((?:s3|s3express|kms):[A-Za-z]{3,60})\\b");

    /** The SDK puts an element of its own in place of what it cannot read to the end. */
    private static final Set<String> NO_DOCUMENT = Set.of("", "<eof/>");

    private static final Refusal CUT_OFF =
            new Refusal(Kind.TRANSIENT, Concern.REQUEST, "and the answer was cut off before it said why");

    static Refusal of(SdkServiceException refused, StoreSettings settings) {
        String code = StoreErrors.code(refused);
        String said = ("status " + refused.statusCode() + " " + code).trim();
        Refusal meaning = refused instanceof StsException ? ofTokenService(refused) : ofStore(refused, settings);
        return new Refusal(meaning.kind, meaning.concern, said + ", " + meaning.message);
    }

    /** Whether the document is missing that S3 gives with a refusal, as where the connection ends within the answer. */
    static boolean isCutOff(Throwable failure) {
        AwsErrorDetails details = failure instanceof S3Exception refused ? refused.awsErrorDetails() : null;
        if (details == null || details.errorCode() != null || details.sdkHttpResponse() == null) {
            return false;
        }
        SdkHttpResponse answer = details.sdkHttpResponse();
        String document =
                details.rawResponse() == null ? "" : details.rawResponse().asUtf8String();
        return NO_DOCUMENT.contains(document)
                && answer.firstMatchingHeader("Content-Length")
                        .filter("0"::equals)
                        .isEmpty()
                && answer.firstMatchingHeader("Content-Type")
                        .filter(type -> type.startsWith("text/html"))
                        .isEmpty();
    }

    private static Refusal ofTokenService(SdkServiceException refused) {
        boolean mayPass = refused.statusCode() >= 500 || refused.isThrottlingException();
        return new Refusal(
                mayPass ? Kind.TRANSIENT : Kind.PERMANENT,
                Concern.ROLE,
                "the token service does not give out the role of s3.role.arn; its trust policy must name these"
                        + " credentials, with the s3.role.external.id and the s3.role.duration that it allows");
    }

    private static Refusal ofStore(SdkServiceException refused, StoreSettings settings) {
        if (isCutOff(refused)) {
            return CUT_OFF;
        }
        Optional<String> action = find(DENIED_ACTION, refused);
        Optional<String> region = rightRegion(refused);
        String code = StoreErrors.code(refused);
        if (code.startsWith("KMS.")
                || action.filter(denied -> denied.startsWith("kms:")).isPresent()) {
            return permanent(
                    Concern.ENCRYPTION,
                    "the store may not use the key of the Key Management Service; the credentials need"
                            + " kms:GenerateDataKey and kms:Decrypt on s3.sse.kms.key.id (or the bucket's own key), which"
                            + " must be enabled and in the bucket's region");
        }
        if (region.isPresent() && isElsewhere(refused, region.get(), settings)) {
            return permanent(
                    Concern.REGION, "the bucket is in region " + region.get() + "; set s3.region=" + region.get());
        }
        if (code.equals("AccessDenied") && action.isPresent()) {
            return denied(action.get());
        }
        return RefusalCodes.meaning(code).orElseGet(() -> ofStatus(refused));
    }

    /** AWS names the bucket's region with every answer of 301 and 400 that is about it, and with a refused HEAD. */
    private static boolean isElsewhere(SdkServiceException refused, String region, StoreSettings settings) {
        int status = refused.statusCode();
        boolean other = settings.region().filter(region::equals).isEmpty();
        return other && (status == 301 || status == 307 || status == 400);
    }

    private static Optional<String> rightRegion(SdkServiceException refused) {
        AwsErrorDetails details = refused instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
        if (details == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(details.sdkHttpResponse())
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .or(() -> find(EXPECTED_REGION, refused));
    }

    private static Optional<String> find(Pattern pattern, SdkServiceException refused) {
        AwsErrorDetails details = refused instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
        Matcher matcher =
                pattern.matcher(details == null || details.errorMessage() == null ? "" : details.errorMessage());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Refusal denied(String action) {
        return permanent(
                Concern.PERMISSION,
                "the credentials are not allowed " + action + "; allow it in their policy and in the bucket's");
    }

    private static Refusal ofStatus(SdkServiceException refused) {
        int status = refused.statusCode();
        return switch (status) {
            case 301, 307 -> permanent(Concern.REGION, "the bucket is in another region; correct s3.region");
            case 400 ->
                permanent(
                        Concern.REGION,
                        "the store does not take this request; most often s3.region or s3.path.style is wrong for this"
                                + " bucket, or the object was stored with another s3.sse.customer.key");
            case 401, 403 -> permanent(Concern.PERMISSION, RefusalCodes.NOT_ALLOWED);
            case 404 ->
                permanent(
                        Concern.BUCKET,
                        "there is nothing under this name; check s3.bucket, s3.endpoint and s3.path.style");
            case 405 -> permanent(Concern.ENDPOINT, "what answers is no S3 store; check s3.endpoint");
            case 501 -> permanent(Concern.REQUEST, RefusalCodes.NOT_IMPLEMENTED);
            case 408, 409, 429 -> RefusalCodes.BUSY;
            default ->
                refused.isThrottlingException() || status >= 500
                        ? RefusalCodes.BUSY
                        : permanent(Concern.REQUEST, "which the sink has no remedy for");
        };
    }

    static Refusal permanent(Concern concern, String message) {
        return new Refusal(Kind.PERMANENT, concern, message);
    }
}
