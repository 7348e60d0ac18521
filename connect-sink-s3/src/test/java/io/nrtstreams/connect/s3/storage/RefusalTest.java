package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Answer;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a store's refusals mean, as an endpoint answers them. */
class RefusalTest {
    private final RecordingEndpoint endpoint = new RecordingEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    private ObjectStore answering(int status, Map<String, String> headers, String body) {
        endpoint.answering(request -> Optional.of(new Answer(status, headers, body)));
        return endpoint.open(settings -> settings.with(Retries.of(1)));
    }

    private static String error(String code, String message) {
        return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | NoSuchBucket | PERMANENT | BUCKET | create it, or correct s3.bucket, s3.region or s3.endpoint",
                "400 | InvalidBucketName | PERMANENT | BUCKET | correct s3.bucket",
                "403 | AllAccessDisabled | PERMANENT | BUCKET | the bucket is shut off",
                "403 | AccessDenied | PERMANENT | PERMISSION | they need s3:PutObject, s3:GetObject, s3:ListBucket",
                "403 | InvalidAccessKeyId | PERMANENT | CREDENTIALS | does not know this access key id",
                "403 | SignatureDoesNotMatch | PERMANENT | CREDENTIALS | the secret does not belong to the access key id",
                "400 | ExpiredToken | PERMANENT | CREDENTIALS | the session token has expired or is not valid",
                "400 | InvalidToken | PERMANENT | CREDENTIALS | renew s3.session.token",
                "403 | RequestTimeTooSkewed | PERMANENT | CREDENTIALS | differ by over 15 minutes",
                "400 | KMS.DisabledException | PERMANENT | ENCRYPTION | s3.sse.kms.key.id",
                "400 | AccessControlListNotSupported | PERMANENT | ACL | remove s3.acl",
                "400 | InvalidTag | PERMANENT | TAGS | correct s3.tags",
                "400 | InvalidStorageClass | PERMANENT | STORAGE_CLASS | correct s3.storage.class",
                "400 | EntityTooLarge | PERMANENT | REQUEST | make s3.part.size smaller",
                "501 | NotImplemented | PERMANENT | REQUEST | leave out s3.tags, s3.acl, s3.storage.class and s3.sse",
                "405 | MethodNotAllowed | PERMANENT | ENDPOINT | what answers is no S3 store",
                "400 | Whatever | PERMANENT | REGION | most often s3.region or s3.path.style is wrong",
                "404 | Whatever | PERMANENT | BUCKET | there is nothing under this name",
                "418 | Whatever | PERMANENT | REQUEST | which the sink has no remedy for",
                "503 | SlowDown | TRANSIENT | REQUEST | the store is busy or failing",
                "500 | InternalError | TRANSIENT | REQUEST | the store is busy or failing",
                "409 | OperationAborted | TRANSIENT | REQUEST | the store is busy or failing",
                "400 | RequestTimeout | TRANSIENT | REQUEST | the store is busy or failing",
                "400 | BadDigest | TRANSIENT | REQUEST | what arrived is not what was sent",
            })
    void aCodeHasItsMeaning(int status, String code, Kind kind, Concern concern, String meaning) {
        try (ObjectStore store = answering(status, Map.of(), error(code, "a/b=secret/c.json"))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a/b=secret/c.json", "text")))
                    .isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.kind()).isEqualTo(kind);
                        assertThat(e.concern()).isEqualTo(concern);
                    })
                    .hasMessageStartingWith("bucket lake, writing .../c.json: status " + status + " " + code + ", ")
                    .hasMessageContaining(meaning)
                    .hasMessageNotContaining("b=secret");
        }
    }

    @Test
    void theActionThatIsDeniedIsNamed() {
        String said = "User: arn:aws:iam::1:user/u is not authorized to perform: s3:PutObjectTagging on resource: x";
        try (ObjectStore store = answering(403, Map.of(), error("AccessDenied", said))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a", "text")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.concern()).isEqualTo(Concern.PERMISSION))
                    .hasMessage("bucket lake, writing a: status 403 AccessDenied, the credentials are not allowed"
                            + " s3:PutObjectTagging; allow it in their policy and in the bucket's");
        }
    }

    @Test
    void aNameThatLooksLikeAnActionIsNotShown() {
        try (ObjectStore store = answering(403, Map.of(), error("AccessDenied", "no access to a/s3:secret"))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a/s3:secret/b", "text")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the store refuses this to these credentials")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aKeyThatIsDeniedIsToldFromABucketThatIs() {
        String said = "User: u is not authorized to perform: kms:GenerateDataKey on the resource r";
        try (ObjectStore store = answering(403, Map.of(), error("AccessDenied", said))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a", "text")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.concern()).isEqualTo(Concern.ENCRYPTION))
                    .hasMessageContaining(
                            "the credentials need kms:GenerateDataKey and kms:Decrypt on s3.sse.kms.key.id");
        }
    }

    @ParameterizedTest
    @CsvSource({"301, PermanentRedirect", "400, IllegalLocationConstraintException", "307, TemporaryRedirect"})
    void theRightRegionIsTakenFromTheHeader(int status, String code) {
        try (ObjectStore store =
                answering(status, Map.of("x-amz-bucket-region", "eu-central-1"), error(code, "elsewhere"))) {
            assertThatThrownBy(() -> store.list("a").toList())
                    .isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
                        assertThat(e.concern()).isEqualTo(Concern.REGION);
                    })
                    .hasMessage("bucket lake, listing a: status " + status + " " + code
                            + ", the bucket is in region eu-central-1; set s3.region=eu-central-1");
        }
    }

    @Test
    void theRightRegionIsTakenFromWhatTheStoreSays() {
        String said = "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'";
        try (ObjectStore store = answering(400, Map.of(), error("AuthorizationHeaderMalformed", said))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a", "text")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith("the bucket is in region eu-west-1; set s3.region=eu-west-1");
        }
    }

    @Test
    void anAnswerWithoutABodyIsTakenByItsStatus() {
        try (ObjectStore store = answering(403, Map.of(), "")) {
            assertThatThrownBy(() -> store.head("a"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(
                            "bucket lake, reading the metadata of a: status 403, the store refuses this");
        }
        try (ObjectStore store = answering(301, Map.of("x-amz-bucket-region", "eu-west-1"), "")) {
            assertThatThrownBy(() -> store.head("a"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith("set s3.region=eu-west-1");
        }
    }

    @Test
    void aPageIsTakenByItsStatus() {
        String page = "<html><body><h1>404 Not Found</h1><hr>nginx</body></html>";
        try (ObjectStore store = answering(404, Map.of("Content-Type", "text/html"), page)) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a", "text")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
                    .hasMessageContaining("status 404, there is nothing under this name");
        }
    }

    @Test
    void aRegionThatTheSettingsHaveAlreadyIsNoRemedy() {
        try (ObjectStore store =
                answering(400, Map.of("x-amz-bucket-region", "us-east-1"), error("InvalidTag", "no"))) {
            assertThatThrownBy(() -> store.put(TestObjects.object("a", "text")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith("correct s3.tags");
        }
    }
}
