package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.TestStore;
import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ObjectStoreTest {
    private final TestStore store = TestStore.empty();

    private static NewObject object(String key, String text) {
        return object(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static NewObject object(String key, byte[] bytes) {
        Segments content = new Segments();
        content.append(bytes, 0, bytes.length);
        return new NewObject(key, content, "text/plain", Map.of("nrt-topic", "t"));
    }

    @Test
    void theFirstCreateWinsAndTheSecondFindsIt() throws IOException {
        assertThat(store.objects().create(object("a", "first"))).isEqualTo(Creation.CREATED);
        assertThat(store.objects().create(object("a", "second"))).isEqualTo(Creation.EXISTS);

        try (InputStream in = store.objects().read("a")) {
            assertThat(in).hasContent("first");
        }
    }

    @Test
    void anObjectInPartsIsCreatedConditionallyAsWell() {
        byte[] large = new byte[(8 << 20) + 1];

        assertThat(store.objects().create(object("a", large))).isEqualTo(Creation.CREATED);
        assertThat(store.objects().create(object("a", large))).isEqualTo(Creation.EXISTS);
        assertThat(store.objects().head("a")).hasValueSatisfying(head -> {
            assertThat(head.size()).isEqualTo(large.length);
            assertThat(head.metadata()).containsEntry("nrt-topic", "t");
        });
    }

    @Test
    void listingsComeInOrderAndOverSeveralPages() {
        IntStream.range(0, 1005).forEach(n -> store.objects().put(object(String.format("p/%04d", n), "")));
        store.objects().put(object("q", "other"));

        assertThat(store.objects().list("p/").map(StoredObject::key))
                .hasSize(1005)
                .isSorted();
        assertThat(store.objects().list("p/", "p/1002").map(StoredObject::key)).containsExactly("p/1003", "p/1004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b/c d+e%2F~.json", "ü/€", "a'b(c)!*"})
    void keysAreTakenAsTheyAre(String key) {
        store.objects().put(object(key, "x"));

        assertThat(store.keys()).containsExactly(key);
        assertThat(store.objects().head(key)).isPresent();
    }

    @Test
    void aMissingObjectHasNoHead() {
        assertThat(store.objects().head("nothing")).isEmpty();
    }

    private ObjectStore other(String bucket, URI endpoint, String secret) {
        return ObjectStores.open(StoreSettings.local(bucket, endpoint, new Credentials(TestStore.KEY_ID, secret)));
    }

    @Test
    void aMissingBucketIsNamedWithTheRemedy() {
        try (ObjectStore missing = other("no-such-bucket", TestStore.endpoint(), TestStore.SECRET)) {
            assertThatThrownBy(() -> missing.put(object("a", "x")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
                    .hasMessageContaining("bucket no-such-bucket, writing a:")
                    .hasMessageContaining("the bucket does not exist there; create it, or correct s3.bucket");
        }
    }

    @Test
    void wrongCredentialsAreNamedWithTheRemedy() {
        try (ObjectStore refused = other(store.bucket(), TestStore.endpoint(), "wrong")) {
            assertThatThrownBy(() -> refused.create(object("a", "x")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
                    .hasMessageContaining("status 403")
                    .hasMessageContaining("they need s3:PutObject, s3:GetObject, s3:ListBucket")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void anEndpointThatDoesNotAnswerIsWorthTryingAgain() {
        try (ObjectStore nobody = other(store.bucket(), URI.create("http://127.0.0.1:1"), TestStore.SECRET)) {
            assertThatThrownBy(() -> nobody.list("a").toList())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                    .hasMessageContaining("listing a: the store cannot be reached; check s3.endpoint");
        }
    }

    @Test
    void anObjectOfSomebodyElseIsNoLink() {
        store.objects().put(object("a", "x"));

        assertThatThrownBy(() -> store.link("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its metadata has no nrt-partition");
    }

    @Test
    void aLinkSurvivesItsMetadata() {
        ObjectLink link = new ObjectLink("t", 1, 2, 30, 4, 5, "w");

        assertThat(ObjectLink.fromMetadata(link.toMetadata())).isEqualTo(link);
    }

    @Test
    void errorsDoNotShowTheFoldersOfAKeyWhichMayHoldData() {
        String key = "lake/readings/city=Pune/readings+0+7.json";
        try (ObjectStore missing = other("no-such-bucket", TestStore.endpoint(), TestStore.SECRET)) {
            List<ThrowingCallable> requests = List.of(
                    () -> missing.put(object(key, "x")),
                    () -> missing.create(object(key, "x")),
                    () -> missing.create(object(key, new byte[(8 << 20) + 1])),
                    () -> missing.read(key),
                    () -> missing.list(key).toList());
            assertThat(requests)
                    .allSatisfy(request -> assertThatThrownBy(request)
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining(".../readings+0+7.json: ")
                            .hasMessageNotContaining("Pune"));
        }
    }

    @Test
    void anUploadThatWasTooSlowIsWorthTryingAgain() {
        S3Exception slow = (S3Exception) S3Exception.builder()
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("RequestTimeout").build())
                .build();

        assertThat(new StoreErrors("lake").explained("writing a", slow))
                .hasMessageContaining("status 400 RequestTimeout, the store is busy or failing")
                .extracting(StoreException::kind)
                .isEqualTo(Kind.TRANSIENT);
    }
}
