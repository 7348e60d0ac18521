package io.nrtstreams.connect.s3.storage;

import static io.nrtstreams.connect.s3.storage.TestObjects.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.TestStore;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3ObjectStoreTest {
    private final TestStore store = TestStore.empty();

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

    @ParameterizedTest
    @EnumSource(ObjectChecksum.class)
    void anObjectIsStoredWithItsOptionsWhole(ObjectChecksum checksum) throws IOException {
        ObjectOptions options = new ObjectOptions(
                Optional.of("STANDARD_IA"), Optional.of("private"), Map.of(), Map.of("source", "plant-7"), checksum);
        byte[] large = new byte[(8 << 20) + 1];
        large[8 << 20] = 1;
        try (ObjectStore objects = ObjectStores.open(StoreSettings.local(
                        store.bucket(), TestStore.endpoint(), new Credentials(TestStore.KEY_ID, TestStore.SECRET))
                .with(options)
                .with(new Encryption.StoreKeys()))) {
            assertThat(objects.create(object("a", "text"))).isEqualTo(Creation.CREATED);
            assertThat(objects.create(object("b", large))).isEqualTo(Creation.CREATED);

            try (InputStream a = objects.read("a");
                    InputStream b = objects.read("b")) {
                assertThat(a).hasContent("text");
                assertThat(b.readAllBytes()).isEqualTo(large);
            }
            assertThat(objects.head("a").orElseThrow().metadata())
                    .containsEntry("source", "plant-7")
                    .containsEntry("nrt-topic", "t");
        }
    }

    @Test
    void anUnfinishedUploadIsFoundUnderItsPrefixAndAborted() {
        store.beginUpload("p/a");
        store.beginUpload("q/b");

        List<UnfinishedUpload> found = store.objects().unfinishedUploads("p/").toList();

        assertThat(found).singleElement().satisfies(upload -> {
            assertThat(upload.key()).isEqualTo("p/a");
            assertThat(upload.initiated())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        });
        found.forEach(store.objects()::abort);
        assertThat(store.objects().unfinishedUploads("p/")).isEmpty();
        assertThat(store.objects().unfinishedUploads("q/")).hasSize(1);
    }

    @Test
    void anUploadThatHasEndedMeanwhileIsAbortedWithoutComplaint() {
        store.beginUpload("p/a");
        UnfinishedUpload upload =
                store.objects().unfinishedUploads("p/").findFirst().orElseThrow();

        store.objects().abort(upload);
        store.objects().abort(upload);

        assertThat(store.objects().unfinishedUploads("p/")).isEmpty();
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
                    .hasMessageContaining(
                            "the secret does not belong to the access key id; correct s3.secret.access.key")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void anEndpointThatDoesNotAnswerIsWorthTryingAgain() {
        try (ObjectStore nobody = other(store.bucket(), URI.create("http://127.0.0.1:1"), TestStore.SECRET)) {
            assertThatThrownBy(() -> nobody.list("a").toList())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                    .hasMessageContaining("listing a: 127.0.0.1:1 refuses the connection; check that the store runs");
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
}
