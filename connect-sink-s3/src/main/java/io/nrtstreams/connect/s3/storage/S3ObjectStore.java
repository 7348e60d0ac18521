package io.nrtstreams.connect.s3.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket through the AWS SDK. Thread-safe, as the SDK's client is. */
final class S3ObjectStore implements ObjectStore {
    private final S3Client client;
    private final String bucket;
    private final ObjectHeaders headers;
    private final ObjectWriter writer;
    private final HeadReader heads;
    private final StoreErrors errors;
    private final Opened opened;

    /** @param opened what is closed with the store, the client among it */
    S3ObjectStore(S3Client client, StoreSettings settings, Opened opened) {
        this.client = client;
        this.bucket = settings.bucket();
        this.headers = new ObjectHeaders(settings.encryption(), settings.objects());
        this.writer = new ObjectWriter(client, settings, headers);
        this.heads = new HeadReader(client, bucket, headers);
        this.errors = new StoreErrors(settings);
        this.opened = opened;
    }

    @Override
    public Creation create(NewObject object) {
        return errors.during("writing " + ShownKey.of(object.key()), () -> {
            try {
                writer.create(object);
                return Creation.CREATED;
            } catch (S3Exception e) {
                if (e.statusCode() == 412
                        || (StoreErrors.isUnknownUpload(e)
                                && heads.head(object.key()).isPresent())) {
                    return Creation.EXISTS;
                }
                throw e;
            }
        });
    }

    @Override
    public void put(NewObject object) {
        errors.during("writing " + ShownKey.of(object.key()), () -> {
            writer.replace(object);
            return object;
        });
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
        return errors.during("listing " + ShownKey.of(prefix), () -> {
            ListObjectsV2Response page = client.listObjectsV2(list -> list.bucket(bucket)
                    .prefix(prefix)
                    .startAfter(after.isEmpty() ? null : after)
                    .continuationToken(token));
            if (page.isTruncated() == null) {
                throw IncompleteAnswer.lacking("IsTruncated");
            }
            return page;
        });
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return errors.during("reading the metadata of " + ShownKey.of(key), () -> heads.head(key));
    }

    @Override
    public InputStream read(String key) {
        return errors.during(
                "reading " + ShownKey.of(key),
                () -> client.getObject(
                        request -> request.bucket(bucket).key(key).overrideConfiguration(headers::ofAny)));
    }

    /** Some stores take no prefix here, so it is looked at again. */
    @Override
    public Stream<UnfinishedUpload> unfinishedUploads(String prefix) {
        return Stream.iterate(
                        uploads(prefix, null, null),
                        Objects::nonNull,
                        page -> Boolean.TRUE.equals(page.isTruncated())
                                ? uploads(prefix, page.nextKeyMarker(), page.nextUploadIdMarker())
                                : null)
                .flatMap(page -> page.uploads().stream())
                .filter(upload -> upload.key().startsWith(prefix))
                .map(upload -> new UnfinishedUpload(upload.key(), upload.uploadId(), begun(upload)));
    }

    /** Of a store that does not say it, nobody may take an upload for an old one. */
    private static Instant begun(MultipartUpload upload) {
        return upload.initiated() == null ? Instant.MAX : upload.initiated();
    }

    private ListMultipartUploadsResponse uploads(
            String prefix, @Nullable String afterKey, @Nullable String afterUpload) {
        return errors.during("listing unfinished uploads of " + ShownKey.of(prefix), () -> {
            ListMultipartUploadsResponse page = client.listMultipartUploads(list ->
                    list.bucket(bucket).prefix(prefix).keyMarker(afterKey).uploadIdMarker(afterUpload));
            // Some stores leave the one out.
            if (page.isTruncated() == null && page.bucket() == null) {
                throw IncompleteAnswer.lacking("IsTruncated");
            }
            return page;
        });
    }

    @Override
    public void abort(UnfinishedUpload upload) {
        errors.during("aborting an unfinished upload of " + ShownKey.of(upload.key()), () -> {
            try {
                client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
            } catch (S3Exception e) {
                if (!StoreErrors.isUnknownUpload(e)) {
                    throw e;
                }
            }
            return upload;
        });
    }

    @Override
    public void createBucketIfMissing() {
        errors.during("creating it", () -> {
            try {
                client.createBucket(request -> request.bucket(bucket));
            } catch (S3Exception e) {
                if (e.statusCode() != 409) {
                    throw e;
                }
            }
            return bucket;
        });
    }

    @Override
    public void close() {
        errors.storeCloses();
        opened.close();
    }
}
