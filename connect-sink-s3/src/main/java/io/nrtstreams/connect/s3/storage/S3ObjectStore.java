package io.nrtstreams.connect.s3.storage;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket through the AWS SDK. Thread-safe, as the SDK's client is. */
final class S3ObjectStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(S3ObjectStore.class);
    private static final String NOTHING_THERE_YET = "*";

    private final S3Client client;
    private final String bucket;
    private final int partSize;
    private final StoreErrors errors;

    S3ObjectStore(S3Client client, String bucket, int partSize) {
        this.client = client;
        this.bucket = bucket;
        this.partSize = partSize;
        this.errors = new StoreErrors(bucket);
    }

    @Override
    public Creation create(NewObject object) {
        try {
            write(object, NOTHING_THERE_YET);
            return Creation.CREATED;
        } catch (SdkException e) {
            if (isTaken(e) || (isUnknownUpload(e) && head(object.key()).isPresent())) {
                return Creation.EXISTS;
            }
            throw errors.explained("writing " + ShownKey.of(object.key()), e);
        }
    }

    private static boolean isTaken(SdkException failure) {
        return failure instanceof S3Exception refused && refused.statusCode() == 412;
    }

    /** So is an upload that was completed while the answer was lost, when the SDK asks again. */
    private static boolean isUnknownUpload(SdkException failure) {
        return failure instanceof S3Exception refused
                && refused.statusCode() == 404
                && StoreErrors.code(refused).equals("NoSuchUpload");
    }

    @Override
    public void put(NewObject object) {
        errors.during("writing " + ShownKey.of(object.key()), () -> {
            write(object, null);
            return object;
        });
    }

    private void write(NewObject object, @Nullable String ifNoneMatch) {
        if (object.content().length() > partSize) {
            writeInParts(object, ifNoneMatch);
        } else {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(object.key())
                            .contentType(object.contentType())
                            .metadata(object.metadata())
                            .ifNoneMatch(ifNoneMatch),
                    body(object, 0, object.content().length()));
        }
    }

    private void writeInParts(NewObject object, @Nullable String ifNoneMatch) {
        String upload = client.createMultipartUpload(create -> create.bucket(bucket)
                        .key(object.key())
                        .contentType(object.contentType())
                        .metadata(object.metadata()))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(object, upload);
            client.completeMultipartUpload(complete -> complete.bucket(bucket)
                    .key(object.key())
                    .uploadId(upload)
                    .ifNoneMatch(ifNoneMatch)
                    .multipartUpload(completed -> completed.parts(parts)));
        } catch (RuntimeException e) {
            abort(object.key(), upload, e);
            throw e;
        }
    }

    private List<CompletedPart> parts(NewObject object, String upload) {
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < object.content().length(); from += partSize) {
            int number = parts.size() + 1;
            RequestBody body =
                    body(object, from, Math.min(partSize, object.content().length() - from));
            String etag = client.uploadPart(
                            part -> part.bucket(bucket)
                                    .key(object.key())
                                    .uploadId(upload)
                                    .partNumber(number),
                            body)
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }
        return parts;
    }

    private void abort(String key, String upload, RuntimeException because) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        } catch (RuntimeException e) {
            because.addSuppressed(e);
            LOG.warn(
                    "the parts of the unfinished upload {} of {} stay in bucket {} until a lifecycle rule for"
                            + " incomplete multipart uploads removes them",
                    upload,
                    ShownKey.of(key),
                    bucket);
        }
    }

    private static RequestBody body(NewObject object, long from, long length) {
        return RequestBody.fromContentProvider(
                () -> object.content().stream(from, length), length, object.contentType());
    }

    @Override
    public Stream<StoredObject> list(String prefix, String after) {
        return Stream.iterate(
                        page(prefix, after, null),
                        Objects::nonNull,
                        page -> page.isTruncated() ? page(prefix, "", page.nextContinuationToken()) : null)
                .flatMap(page -> page.contents().stream())
                .map(object -> new StoredObject(object.key(), object.size()));
    }

    private ListObjectsV2Response page(String prefix, String after, @Nullable String token) {
        return errors.during(
                "listing " + ShownKey.of(prefix),
                () -> client.listObjectsV2(list -> list.bucket(bucket)
                        .prefix(prefix)
                        .startAfter(after.isEmpty() ? null : after)
                        .continuationToken(token)));
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        try {
            HeadObjectResponse head =
                    client.headObject(request -> request.bucket(bucket).key(key));
            return Optional.of(new ObjectHead(head.contentLength(), lowerCase(head.metadata())));
        } catch (SdkException e) {
            if (e instanceof S3Exception refused && refused.statusCode() == 404) {
                return Optional.empty();
            }
            throw errors.explained("reading the metadata of " + ShownKey.of(key), e);
        }
    }

    /** Some stores hand header names back in the case they like. */
    private static Map<String, String> lowerCase(Map<String, String> metadata) {
        Map<String, String> lower = new TreeMap<>();
        metadata.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    @Override
    public InputStream read(String key) {
        return errors.during(
                "reading " + ShownKey.of(key),
                () -> client.getObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public void createBucketIfMissing() {
        try {
            client.createBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            if (!(e instanceof S3Exception refused && refused.statusCode() == 409)) {
                throw errors.explained("creating it", e);
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
