package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, WebSockets, other sites' pages, and pages beside the API. */
class TransportTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private final StandInService service = new StandInService();

    /** A key store with a certificate for 127.0.0.1, made by the JDK's own tool. */
    private Path keyStore() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "s",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return store;
    }

    private static KeyStore load(Path store) throws Exception {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static HttpResponse<String> info(KeyStore trusted, int port, HttpClient.Version version) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("s", trusted.getCertificate("s"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(version)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/info"))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void tlsChoosesTheVersionThatTheClientLikesBest() throws Exception {
        Path store = keyStore();
        RestSettings settings = RestSettings.onLoopback(0).withTls(new TlsIdentity.Pkcs12(store, PASSWORD));
        try (TestServer server = new TestServer(settings, service, HttpClient.Version.HTTP_1_1)) {
            HttpResponse<String> two = info(load(store), server.server.port(), HttpClient.Version.HTTP_2);
            HttpResponse<String> one = info(load(store), server.server.port(), HttpClient.Version.HTTP_1_1);

            assertThat(two.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(one.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(two.body()).isEqualTo(one.body()).contains("KsqlServerInfo");
        }
    }

    @Test
    void aCertificateAndKeyInPemDoAsWell() throws Exception {
        KeyStore store = load(keyStore());
        Path certificate = pem("CERTIFICATE", store.getCertificate("s").getEncoded());
        Path key = pem("PRIVATE KEY", store.getKey("s", PASSWORD.toCharArray()).getEncoded());
        RestSettings settings = RestSettings.onLoopback(0).withTls(new TlsIdentity.Pem(certificate, key));
        try (TestServer server = new TestServer(settings, service, HttpClient.Version.HTTP_1_1)) {
            assertThat(info(store, server.server.port(), HttpClient.Version.HTTP_2)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private Path pem(String kind, byte[] encoded) throws Exception {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                + kind + "-----\n";
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text);
    }

    @Test
    void aCertificateThatIsNotThereIsToldAtTheStart() {
        RestSettings settings =
                RestSettings.onLoopback(0).withTls(new TlsIdentity.Pkcs12(folder.resolve("none.p12"), PASSWORD));

        assertThatThrownBy(() -> new TestServer(settings, service, HttpClient.Version.HTTP_1_1))
                .hasMessageContaining("certificate")
                .hasMessageContaining("none.p12");
    }

    private static String query(String statement) {
        return "/ws/query?version=1&request="
                + URLEncoder.encode("{\"ksql\": \"" + statement + "\"}", StandardCharsets.UTF_8);
    }

    @Test
    void aWebSocketTakesRowsAsMessages() throws Exception {
        StandInRun run = StandInRun.silentPush("q", StandInRun.rows(2));
        service.when("S", context -> run);
        Vertx vertx = Vertx.vertx();
        try (TestServer server = TestServer.of(service)) {
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            WebSocket socket = vertx.createWebSocketClient()
                    .connect(server.server.port(), "127.0.0.1", query("S"))
                    .onSuccess(open -> open.textMessageHandler(messages::add))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(messages.poll(10, TimeUnit.SECONDS))
                    .isEqualTo("[{\"name\":\"ID\",\"type\":\"INTEGER\"},{\"name\":\"NAME\",\"type\":\"STRING\"}]");
            assertThat(messages.poll(10, TimeUnit.SECONDS)).isEqualTo("{\"row\":{\"columns\":[0,\"name 0\"]}}");
            socket.close();
            assertThat(run.closed.await(10, TimeUnit.SECONDS)).isTrue();

            vertx.createWebSocketClient()
                    .connect(server.server.port(), "127.0.0.1", query("NOPE"))
                    .onSuccess(open -> open.textMessageHandler(messages::add));
            messages.poll(10, TimeUnit.SECONDS);
            assertThat(messages.poll(10, TimeUnit.SECONDS)).contains("40001");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void pagesOfOtherSitesAreRefused() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TestServer server = TestServer.of(service)) {
            assertThat(server.post("/ksql", "{\"ksql\":\"S\"}", "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.post("/ksql", "{\"ksql\":\"S\"}", "Origin", "http://127.0.0.1:" + server.server.port())
                            .statusCode())
                    .isEqualTo(200);
            try (Socket socket = server.socket()) {
                assertThat(TestServer.exchange(
                                socket, "GET /info HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                        .startsWith("HTTP/1.1 403");
            }
            assertThatThrownBy(() -> vertx.createWebSocketClient()
                            .connect(new WebSocketConnectOptions()
                                    .setHost("127.0.0.1")
                                    .setPort(server.server.port())
                                    .setURI(query("S"))
                                    .addHeader("Origin", "https://evil.example"))
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UpgradeRejectedException.class);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServerThatIsComingUpSaysWhenToComeAgain() throws Exception {
        try (RestServer server = RestServer.start(
                RestSettings.onLoopback(0),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Optional.of(vertx -> request -> request.response().end("page of " + request.path())),
                InstantSource.system())) {
            HttpClient client = HttpClient.newHttpClient();
            URI root = URI.create("http://127.0.0.1:" + server.port() + "/");
            for (String path : List.of("info", "healthcheck", "chc/ready", "status")) {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("10");
                assertThat(answer.body()).contains("50302");
            }
            assertThat(client.send(
                                    HttpRequest.newBuilder(root.resolve("chc/live"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.send(HttpRequest.newBuilder(root).build(), BodyHandlers.ofString())
                            .body())
                    .as("pages are beside the API")
                    .isEqualTo("page of /");

            server.serve(service);

            assertThat(client.send(HttpRequest.newBuilder(root.resolve("info")).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
