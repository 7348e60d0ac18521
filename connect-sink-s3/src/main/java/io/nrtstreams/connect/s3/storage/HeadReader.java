package io.nrtstreams.connect.s3.storage;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads the metadata of objects, and never half of them. An answer without a body cannot be told from one that is cut within
 * its head, and a last offset that is cut is a wrong one. So the first byte of the content is asked for as well: where it is
 * there, so is all that goes before it.
 *
 * <p>Where the store gives no content, two answers without a body have to agree: of an object that is empty (416), that would
 * have to be thawed, or whose key the credentials may not use (403). Throws what the SDK throws; thread-safe, as its client is.
 */
final class HeadReader {
    /** RFC 9110, section 14.4. */
    private static final Pattern FIRST_OF = Pattern.compile("bytes 0-0/(\\d{1,18})");

    private final S3Client client;
    private final String bucket;
    private final ObjectHeaders headers;

    HeadReader(S3Client client, String bucket, ObjectHeaders headers) {
        this.client = client;
        this.bucket = bucket;
        this.headers = headers;
    }

    /** The object without its content, or empty if there is none. */
    Optional<ObjectHead> head(String key) {
        try {
            return Optional.of(withFirstByte(key));
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case 404 -> missing(e);
                case 403, 416 -> withoutContent(key, e);
                default -> throw e;
            };
        }
    }

    private static Optional<ObjectHead> missing(S3Exception refused) {
        if (StoreErrors.code(refused).equals("NoSuchBucket") || Refusal.isCutOff(refused)) {
            throw refused;
        }
        return Optional.empty();
    }

    private ObjectHead withFirstByte(String key) {
        return client.getObject(
                get -> get.bucket(bucket).key(key).range("bytes=0-0").overrideConfiguration(headers::ofAny),
                HeadReader::whole);
    }

    private static ObjectHead whole(GetObjectResponse answer, AbortableInputStream content) {
        requireByte(content);
        if (answer.sdkHttpResponse().statusCode() != 206) {
            // A store that gives all of the object: the rest is not worth its way.
            content.abort();
        }
        return head(size(answer), answer.metadata());
    }

    private static void requireByte(AbortableInputStream content) {
        try {
            if (content.read() < 0) {
                throw IncompleteAnswer.lacking("body");
            }
        } catch (IOException e) {
            throw RetryableException.create("the first byte cannot be read", e);
        }
    }

    private static @Nullable Long size(GetObjectResponse answer) {
        if (answer.contentRange() == null) {
            return answer.contentLength();
        }
        Matcher range = FIRST_OF.matcher(answer.contentRange());
        return range.matches() ? Long.valueOf(range.group(1)) : null;
    }

    private static ObjectHead head(@Nullable Long size, Map<String, String> metadata) {
        if (size == null) {
            throw IncompleteAnswer.lacking("length of the object");
        }
        return new ObjectHead(size, lowerCase(metadata));
    }

    /** Some stores hand header names back in the case they like. */
    private static Map<String, String> lowerCase(Map<String, String> metadata) {
        Map<String, String> lower = new TreeMap<>();
        metadata.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private Optional<ObjectHead> withoutContent(String key, S3Exception refused) {
        try {
            ObjectHead head = bodiless(key);
            if (!head.equals(bodiless(key))) {
                throw IncompleteAnswer.lacking("metadata that a second one repeats");
            }
            return Optional.of(head);
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            // The first refusal has a document that says why.
            throw e.statusCode() == refused.statusCode() ? refused : e;
        }
    }

    private ObjectHead bodiless(String key) {
        HeadObjectResponse answer =
                client.headObject(head -> head.bucket(bucket).key(key).overrideConfiguration(headers::ofAny));
        return head(answer.contentLength(), answer.metadata());
    }
}
