package io.nrtstreams.connect.s3.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Writes objects: one request for what fits into a part, an upload in parts for what does not. Throws what the SDK throws;
 * thread-safe, as the SDK's client is.
 */
final class ObjectWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectWriter.class);
    private static final String NOTHING_THERE_YET = "*";

    private final S3Client client;
    private final String bucket;
    private final int partSize;
    private final Map<String, String> metadata;
    private final ObjectHeaders headers;

    ObjectWriter(S3Client client, StoreSettings settings, ObjectHeaders headers) {
        this.client = client;
        this.bucket = settings.bucket();
        this.partSize = settings.partSize();
        this.metadata = settings.objects().metadata();
        this.headers = headers;
    }

    /** Writes the object unless there is one. */
    void create(NewObject object) {
        write(object, NOTHING_THERE_YET);
    }

    /** Writes the object whatever is there. */
    void replace(NewObject object) {
        write(object, null);
    }

    private void write(NewObject object, @Nullable String ifNoneMatch) {
        if (object.content().length() > partSize) {
            writeInParts(object, ifNoneMatch);
        } else {
            writeWhole(object, ifNoneMatch);
        }
    }

    private void writeWhole(NewObject object, @Nullable String ifNoneMatch) {
        Optional<String> checksum = headers.checksum(object.content().stream());
        client.putObject(
                put -> put.bucket(bucket)
                        .key(object.key())
                        .contentType(object.contentType())
                        .metadata(metadataOf(object))
                        .ifNoneMatch(ifNoneMatch)
                        .overrideConfiguration(request -> headers.ofObject(request, checksum)),
                body(object, 0, object.content().length()));
    }

    private void writeInParts(NewObject object, @Nullable String ifNoneMatch) {
        String upload = begin(object);
        try {
            complete(object, upload, parts(object, upload), ifNoneMatch);
        } catch (RuntimeException e) {
            abort(object.key(), upload, e);
            throw e;
        }
    }

    private String begin(NewObject object) {
        String upload = client.createMultipartUpload(create -> create.bucket(bucket)
                        .key(object.key())
                        .contentType(object.contentType())
                        .metadata(metadataOf(object))
                        .overrideConfiguration(headers::ofUpload))
                .uploadId();
        if (upload == null || upload.isEmpty()) {
            throw IncompleteAnswer.lacking("UploadId");
        }
        return upload;
    }

    /** The status goes out before the store has put the object together: only the document says that it has. */
    private void complete(NewObject object, String upload, List<CompletedPart> parts, @Nullable String ifNoneMatch) {
        CompleteMultipartUploadResponse answer = client.completeMultipartUpload(complete -> complete.bucket(bucket)
                .key(object.key())
                .uploadId(upload)
                .ifNoneMatch(ifNoneMatch)
                .multipartUpload(completed -> completed.parts(parts))
                .overrideConfiguration(headers::ofAny));
        if (answer.eTag() == null && answer.key() == null && answer.location() == null) {
            throw IncompleteAnswer.lacking("CompleteMultipartUploadResult");
        }
    }

    /** What is the same for all objects, and what the object itself says, which goes before it. */
    private Map<String, String> metadataOf(NewObject object) {
        if (metadata.isEmpty()) {
            return object.metadata();
        }
        Map<String, String> all = new HashMap<>(metadata);
        all.putAll(object.metadata());
        return all;
    }

    private List<CompletedPart> parts(NewObject object, String upload) {
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < object.content().length(); from += partSize) {
            long length = Math.min(partSize, object.content().length() - from);
            parts.add(part(object, upload, parts.size() + 1, from, length));
        }
        return parts;
    }

    private CompletedPart part(NewObject object, String upload, int number, long from, long length) {
        Optional<String> checksum = headers.checksum(object.content().stream(from, length));
        String etag = client.uploadPart(
                        part -> part.bucket(bucket)
                                .key(object.key())
                                .uploadId(upload)
                                .partNumber(number)
                                .overrideConfiguration(request -> headers.ofPart(request, checksum)),
                        body(object, from, length))
                .eTag();
        if (!isWhole(etag)) {
            throw IncompleteAnswer.lacking("whole ETag");
        }
        return headers.completed(number, etag, checksum);
    }

    /** Whether the entity tag (RFC 9110, section 8.8.3) has its second quote; some stores have neither. */
    private static boolean isWhole(@Nullable String etag) {
        return etag != null
                && !etag.isEmpty()
                && (!etag.startsWith("\"") || (etag.length() > 1 && etag.endsWith("\"")));
    }

    private void abort(String key, String upload, RuntimeException because) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        } catch (RuntimeException e) {
            because.addSuppressed(e);
            if (e instanceof S3Exception refused && StoreErrors.isUnknownUpload(refused)) {
                // It has ended otherwise, completed perhaps, and has no parts.
                return;
            }
            LOG.warn(
                    "the parts of the unfinished upload {} of {} stay in bucket {} until it is aborted, or a lifecycle rule for"
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
}
