package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.ConnectionCheck.Writes;
import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Answer;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionCheckTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RecordingEndpoint endpoint = new RecordingEndpoint();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        endpoint.close();
    }

    private List<StoreException> check(Duration limit) {
        return new ConnectionCheck(endpoint.settings(), "lake", limit).run(Writes.CONDITIONAL);
    }

    /** Refuses those requests whose method and query begin so. */
    private void refuse(String method, String query, String code) {
        endpoint.answering(request -> {
            boolean refused = request.method().equals(method)
                    && Optional.ofNullable(request.uri().getQuery()).orElse("").startsWith(query);
            return refused ? Optional.of(Answer.error(403, code)) : exists(request);
        });
    }

    private static Optional<Answer> exists(RecordingEndpoint.Request request) {
        return request.method().equals("PUT") ? Optional.of(Answer.error(412, "PreconditionFailed")) : Optional.empty();
    }

    @Test
    void theSinksRequestsAreTriedOnce() {
        endpoint.answering(ConnectionCheckTest::exists);

        assertThat(check(LIMIT)).isEmpty();
        assertThat(endpoint.kinds()).containsExactly("GET list", "PUT", "GET", "GET uploads");
        assertThat(endpoint.request("PUT").uri()).hasPath("/lake/lake/_nrt/conditional-write-probe");
    }

    @Test
    void whatIsRefusedIsToldAltogether() {
        endpoint.answering(request -> Optional.of(Answer.error(403, "AccessDenied")));

        assertThat(check(LIMIT))
                .extracting(StoreException::concern)
                .containsExactly(Concern.PERMISSION, Concern.PERMISSION, Concern.PERMISSION);
    }

    @Test
    void credentialsThatNobodyKnowsAreToldOnce() {
        endpoint.answering(request -> Optional.of(Answer.error(403, "InvalidAccessKeyId")));

        assertThat(check(LIMIT)).extracting(StoreException::concern).containsExactly(Concern.CREDENTIALS);
    }

    @Test
    void uploadsThatMayNotBeListedAreNoProblem() {
        refuse("GET", "uploads", "AccessDenied");

        assertThat(check(LIMIT)).isEmpty();
    }

    @Test
    void readingIsAsked() {
        endpoint.answering(request -> List.of("GET", "HEAD").contains(request.kind())
                ? Optional.of(Answer.error(403, "AccessDenied"))
                : exists(request));

        assertThat(check(LIMIT))
                .singleElement()
                .asString()
                .contains("reading the metadata of", "status 403 AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body><p>Console<br></body></html>", "<html><body>Console</body></html>", ""})
    void aWebPageIsNoStore(String page) {
        endpoint.answering(request -> Optional.of(new Answer(200, Map.of(), page)));

        assertThat(check(LIMIT))
                .singleElement()
                .satisfies(failure -> assertThat(failure.concern()).isEqualTo(Concern.ENDPOINT))
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("bucket lake, listing .../: the answer of 127.0.0.1:"
                                + endpoint.address().getPort() + " was cut off, or what answers is no S3 store;"
                                + " check s3.endpoint with its port"));
    }

    @Test
    void itEndsInTimeWhateverTheStoreDoes() {
        endpoint.answering(request -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });

        assertThat(check(Duration.ofMillis(300)))
                .singleElement()
                .satisfies(failure -> assertThat(failure.concern()).isEqualTo(Concern.ENDPOINT))
                .satisfies(failure -> assertThat(failure)
                        .hasMessage("bucket lake: the store did not answer all questions within 300ms"));
    }

    @Test
    void aStoreThatCannotEvenBeOpenedIsAFindingToo() {
        StoreSettings unusable = endpoint.settings().with(new CredentialSource.Custom("com.example.No", Map.of()));

        assertThat(new ConnectionCheck(unusable, "", LIMIT).run(Writes.ANY))
                .extracting(StoreException::concern)
                .containsExactly(Concern.CREDENTIALS);
    }
}
