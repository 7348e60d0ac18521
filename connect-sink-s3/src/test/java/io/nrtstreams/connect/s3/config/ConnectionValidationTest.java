package io.nrtstreams.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.TestStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** With {@code validate.connection}, validating a configuration asks the store. */
class ConnectionValidationTest {
    private final TestStore store = TestStore.empty();

    private Map<String, String> properties(String... more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("name", "sink");
        properties.put("topics", "devices");
        properties.put("validate.connection", "true");
        properties.put("s3.bucket", store.bucket());
        properties.put("s3.region", "us-east-1");
        properties.put("s3.endpoint", TestStore.endpoint().toString());
        properties.put("s3.path.style", "true");
        properties.put("s3.prefix", "lake");
        properties.put("s3.access.key.id", TestStore.KEY_ID);
        properties.put("s3.secret.access.key", TestStore.SECRET);
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    /** Messages, each of which begins with its key. */
    private static List<String> problems(Map<String, String> properties) {
        return new S3SinkConnector()
                .validate(properties).configValues().stream()
                        .peek(value -> assertThat(value.errorMessages())
                                .allSatisfy(message -> assertThat(message).startsWith(value.name())))
                        .flatMap(value -> value.errorMessages().stream())
                        .toList();
    }

    @Test
    void aStoreThatDoesEverythingHasNoProblems() {
        assertThat(problems(properties())).isEmpty();
        assertThat(problems(properties())).as("again, with the probe in place").isEmpty();
        assertThat(problems(properties("delivery", "at-least-once"))).isEmpty();
        assertThat(store.objects().list("").map(StoredObject::key))
                .containsExactly("lake/_nrt/conditional-write-probe");
    }

    @Test
    void withoutTheKeyNothingIsAsked() {
        assertThat(problems(properties("validate.connection", "false", "s3.endpoint", "http://127.0.0.1:1")))
                .isEmpty();
    }

    @Test
    void aConfigurationThatIsWrongIsNotDialled() {
        assertThat(problems(properties("format", "xml", "s3.endpoint", "http://127.0.0.1:1")))
                .singleElement()
                .asString()
                .startsWith("format:");
    }

    @Test
    void aMissingBucketIsAProblemOfTheBucket() {
        assertThat(problems(properties("s3.bucket", "no-such-bucket")))
                .singleElement()
                .asString()
                .startsWith("s3.bucket: bucket no-such-bucket, listing .../: status 404 NoSuchBucket");
    }

    @Test
    void aWrongSecretIsAProblemOfTheCredentials() {
        assertThat(problems(properties("s3.secret.access.key", "wrong")))
                .singleElement()
                .asString()
                .startsWith("s3.access.key.id: ")
                .contains("the secret does not belong to the access key id");
    }

    @Test
    void anEndpointWhereNobodyListensIsAProblemOfTheEndpoint() {
        assertThat(problems(properties("s3.endpoint", "http://127.0.0.1:1")))
                .singleElement()
                .asString()
                .startsWith("s3.endpoint: ")
                .contains("refuses the connection");
    }

    @Test
    void anEndpointThatSaysNothingIsGivenUpInTime() throws Exception {
        Instant start = Instant.now();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(problems(properties("s3.endpoint", "http://127.0.0.1:" + silent.getLocalPort())))
                    .singleElement()
                    .asString()
                    .startsWith("s3.endpoint: ")
                    .contains("the store or the network is slow");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void aStoreThatCreatesTwiceIsAProblemOfTheDelivery() {
        TestStore forgetful = TestStore.behind(Forgetful::new);

        assertThat(problems(properties(
                        "s3.bucket",
                        forgetful.bucket(),
                        "s3.endpoint",
                        forgetful.address().toString())))
                .containsExactly("delivery: the store ignores If-None-Match, without which exactly once cannot hold;"
                        + " set delivery=at-least-once to do without");
    }

    @Test
    void aStoreThatRefusesToWriteIsAProblemOfThePermissions() {
        TestStore readOnly = TestStore.behind(ReadOnly::new);

        assertThat(problems(properties(
                        "s3.bucket",
                        readOnly.bucket(),
                        "s3.endpoint",
                        readOnly.address().toString())))
                .singleElement()
                .asString()
                .startsWith("s3.access.key.id: ")
                .contains("writing .../conditional-write-probe: status 403 AccessDenied");
    }

    /** Does not know of conditions. */
    private static final class Forgetful extends ForwardingBlobStore {
        Forgetful(BlobStore blobs) {
            super(blobs);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            return super.putBlob(request.toBuilder().ifNoneMatch(null).build(), content);
        }
    }

    private static final class ReadOnly extends ForwardingBlobStore {
        ReadOnly(BlobStore blobs) {
            super(blobs);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
        }
    }
}
