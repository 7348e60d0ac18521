package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Answer;
import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Request;
import io.nrtstreams.connect.s3.storage.StoreException.Concern;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How requests travel: proxy, retries, time limits, and how they end when the store is closed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransportTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final RecordingEndpoint endpoint = new RecordingEndpoint();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        endpoint.close();
    }

    private static StoreSettings at(String address) {
        return StoreSettings.local("lake", URI.create(address), new Credentials("id", "secret"))
                .with(Retries.of(1));
    }

    private static Transport within(Duration connect, Duration read, Duration request) {
        return new Transport(2, connect, read, request, Optional.empty());
    }

    private static Transport through(Transport.Proxy proxy) {
        return new Transport(2, LONG, LONG, LONG, Optional.of(proxy));
    }

    private static StoreException failure(StoreSettings settings) {
        try (ObjectStore store = ObjectStores.open(settings)) {
            store.put(TestObjects.object("a", "text"));
            throw new AssertionError("the request succeeded");
        } catch (StoreException e) {
            return e;
        }
    }

    /** Answers nothing until the test ends. */
    private void hang() {
        endpoint.answering(request -> {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
    }

    @Test
    void requestsGoThroughTheProxyWithItsLogin() {
        Transport.Proxy proxy = new Transport.Proxy(
                endpoint.address(), Optional.of(new Transport.Login("me", "pass")), Set.of("*.internal"));
        try (ObjectStore store =
                ObjectStores.open(at("http://store.example:9000").with(through(proxy)))) {
            store.put(TestObjects.object("a", "text"));
        }

        Request request = endpoint.request("PUT");
        assertThat(request.uri()).isEqualTo(URI.create("http://store.example:9000/lake/a"));
        assertThat(request.header("proxy-authorization")).isEqualTo("Basic bWU6cGFzcw==");
    }

    @Test
    void theTokenServiceIsReachedThroughTheProxyAsWell() {
        Transport.Proxy proxy = new Transport.Proxy(endpoint.address(), Optional.empty(), Set.of());
        CredentialSource role = new CredentialSource.AssumedRole(
                new CredentialSource.Fixed(new Credentials("base", "secret")),
                new CredentialSource.Role("arn:aws:iam::1:role/lake", "s", Duration.ofHours(1)),
                Optional.empty(),
                new CredentialSource.TokenService(Optional.empty(), Optional.of(URI.create("http://sts.example"))));
        try (ObjectStore store = ObjectStores.open(
                at("http://store.example").with(through(proxy)).with(role))) {
            store.put(TestObjects.object("a", "text"));
        }

        assertThat(endpoint.request("POST").uri()).isEqualTo(URI.create("http://sts.example/"));
    }

    @Test
    void aHostMayBypassTheProxy() {
        Transport.Proxy proxy =
                new Transport.Proxy(URI.create("http://127.0.0.1:1"), Optional.empty(), Set.of("127.0.*"));
        try (ObjectStore store =
                ObjectStores.open(at(endpoint.address().toString()).with(through(proxy)))) {
            store.put(TestObjects.object("a", "text"));
        }

        assertThat(endpoint.kinds()).containsExactly("PUT");
    }

    @Test
    void withoutAProxyOfItsOwnThatOfTheJvmApplies() {
        try (SystemProperties properties = new SystemProperties()) {
            properties.set("http.proxyHost", endpoint.address().getHost());
            properties.set("http.proxyPort", Integer.toString(endpoint.address().getPort()));
            try (ObjectStore store = ObjectStores.open(at("http://store.example"))) {
                store.put(TestObjects.object("a", "text"));
            }
        }

        assertThat(endpoint.request("PUT").uri()).isEqualTo(URI.create("http://store.example/lake/a"));
    }

    @Test
    void aProxyThatIsNotThereIsNamed() {
        Transport.Proxy proxy = new Transport.Proxy(URI.create("http://127.0.0.1:1"), Optional.empty(), Set.of());

        assertThat(failure(at("http://store.example").with(through(proxy))))
                .hasMessageContaining("the proxy 127.0.0.1:1 refuses the connection")
                .satisfies(e -> assertThat(e.concern()).isEqualTo(Concern.PROXY));
    }

    @Test
    void aRequestIsTriedAsOftenAsSaid() {
        endpoint.answering(request -> Optional.of(Answer.error(500, "InternalError")));
        Retries three = new Retries(3, Duration.ofMillis(1), Duration.ofMillis(2));

        assertThat(failure(at(endpoint.address().toString()).with(three)))
                .hasMessageContaining("it was tried again without success");
        assertThat(endpoint.kinds()).containsExactly("PUT", "PUT", "PUT");
    }

    @Test
    void aStoreThatIsTooBusyIsLeftAloneLonger() {
        assertThat(new Retries(3, Duration.ofMillis(100), Duration.ofSeconds(20)).whenThrottled())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(new Retries(3, Duration.ofMillis(100), Duration.ofMillis(300)).whenThrottled())
                .isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aNameThatIsNotKnownIsSo() {
        assertThat(failure(at("http://no-such-host.invalid")))
                .hasMessageContaining("the name no-such-host.invalid is not known; check s3.endpoint")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                .satisfies(e -> assertThat(e.concern()).isEqualTo(Concern.ENDPOINT));
    }

    @Test
    void aPortWhereNobodyListensRefuses() {
        assertThat(failure(at("http://127.0.0.1:1")))
                .hasMessageContaining("127.0.0.1:1 refuses the connection; check that the store runs");
    }

    @Test
    void aServerThatSaysNothingEndsByTheReadTimeout() {
        hang();

        assertThat(failure(at(endpoint.address().toString()).with(within(LONG, SHORT, LONG))))
                .hasMessageContaining("sent nothing for s3.read.timeout (200ms)");
    }

    @Test
    void aRequestThatHangsEndsByItsOwnLimit() {
        hang();

        assertThat(failure(at(endpoint.address().toString()).with(within(LONG, LONG, SHORT))))
                .hasMessageContaining("no answer within s3.request.timeout (200ms)")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
    }

    /** A backlog of one that is taken: the next connection is neither taken nor refused. */
    @Test
    void aConnectionThatIsNotTakenEndsByTheConnectTimeout() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FilledBacklog backlog = FilledBacklog.of(full)) {
            assertThat(backlog.size()).isPositive();
            assertThat(failure(at("http://127.0.0.1:" + full.getLocalPort()).with(within(SHORT, LONG, LONG))))
                    .hasMessageContaining("was made within s3.connect.timeout (200ms); check s3.endpoint");
        }
    }

    @Test
    void aServerThatAnswersInTheClearDoesNotSpeakTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInTheClear(plain));

            assertThat(failure(at("https://localhost:" + plain.getLocalPort())))
                    .hasMessageContaining("does not speak TLS; s3.endpoint begins with https where http is meant")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
            assertThat(answered).succeedsWithin(LONG);
        }
    }

    private static void answerInTheClear(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCertificateOfNobodyKnownIsNotTrusted(@TempDir Path folder) throws Exception {
        try (SelfSigned server = SelfSigned.in(folder)) {
            assertThat(failure(at(server.address().toString())))
                    .hasMessageContaining("the certificate of localhost:")
                    .hasMessageContaining("is not trusted; give the worker's JVM a trust store")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
        }
    }

    @Test
    void overTlsTheContentIsNotHashedAgainForTheSignature(@TempDir Path folder) throws Exception {
        try (SelfSigned server = SelfSigned.in(folder);
                SystemProperties properties = new SystemProperties()) {
            properties.set("javax.net.ssl.trustStore", server.trustStore().toString());
            properties.set("javax.net.ssl.trustStorePassword", server.password());
            try (ObjectStore store = ObjectStores.open(at(server.address().toString()))) {
                store.put(TestObjects.object("a", "123456789"));
            }

            assertThat(server.headers())
                    .containsEntry("X-amz-content-sha256", "UNSIGNED-PAYLOAD")
                    .containsEntry("X-amz-checksum-crc32", "y/Q5Jg==")
                    .containsEntry("Content-length", "9");
        }
    }

    @Test
    void closingTheStoreEndsARequestThatHangs() throws Exception {
        hang();
        ObjectStore store = ObjectStores.open(at(endpoint.address().toString()).with(Retries.of(4)));
        CompletableFuture<Void> request = CompletableFuture.runAsync(() -> store.put(TestObjects.object("a", "text")));
        asked.await();

        store.close();

        assertThatThrownBy(() -> request.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                .hasMessage("bucket lake, writing a: it was given up unfinished, as the store is being closed");
        assertThat(endpoint.kinds()).containsExactly("PUT");
    }

    @Test
    void aThreadThatIsInterruptedBetweenTriesEndsSoonAndStaysInterrupted() throws Exception {
        endpoint.answering(request -> {
            asked.countDown();
            return Optional.of(Answer.error(500, "InternalError"));
        });
        Retries patient = new Retries(20, LONG, LONG);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        try (ObjectStore store =
                ObjectStores.open(at(endpoint.address().toString()).with(patient))) {
            Thread thread = new Thread(() -> {
                try {
                    store.put(TestObjects.object("a", "text"));
                } catch (RuntimeException e) {
                    failure.complete(e);
                }
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            thread.start();
            asked.await();
            thread.interrupt();

            assertThat(failure.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("bucket lake, writing a: it was given up unfinished, as the store is being closed");
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
