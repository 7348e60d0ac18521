package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.TestStore;
import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import java.io.InputStream;
import java.util.Map;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The store does what it is asked, and its answer is lost, so that the SDK asks again. */
class LostAnswersTest {
    private final TestStore store = TestStore.behind(FirstAnswerIsLost::new);

    private static NewObject object(int size) {
        Segments content = new Segments();
        content.append(new byte[size], 0, size);
        return new NewObject("key", content, "text/plain", Map.of("nrt-writer-id", "me"));
    }

    @Test
    void aCreateThatHadSucceededFindsTheObject() {
        assertThat(store.objects().create(object(10))).isEqualTo(Creation.EXISTS);
        assertThat(store.objects().head("key"))
                .hasValueSatisfying(head -> assertThat(head.metadata()).containsEntry("nrt-writer-id", "me"));
    }

    @Test
    void aCreateInPartsThatHadSucceededFindsTheObject() {
        assertThat(store.objects().create(object((8 << 20) + 1))).isEqualTo(Creation.EXISTS);
        assertThat(store.objects().head("key"))
                .hasValueSatisfying(head -> assertThat(head.size()).isEqualTo((8 << 20) + 1));
    }

    private static final class FirstAnswerIsLost extends ForwardingBlobStore {
        private boolean lost;

        FirstAnswerIsLost(BlobStore blobs) {
            super(blobs);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            return losing(super.putBlob(request, content));
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(
                MultipartUpload upload, CompleteMultipartUploadRequest request) {
            super.completeMultipartUpload(upload, request);
            // What S3 says when it is asked again.
            throw new S3ProxyException(S3ErrorCode.NO_SUCH_UPLOAD);
        }

        private synchronized <T> T losing(T answer) {
            if (!lost) {
                lost = true;
                throw S3Exceptions.fromStatusCode(503);
            }
            return answer;
        }
    }
}
