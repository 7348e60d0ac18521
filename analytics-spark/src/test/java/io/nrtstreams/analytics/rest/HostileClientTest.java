package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients do that are broken, slow or malicious. */
class HostileClientTest {

    private static final List<String> PATHS = List.of(
            "/ksql",
            "/ksql/terminate",
            "/query",
            "/query-stream",
            "/close-query",
            "/inserts-stream",
            "/info",
            "/healthcheck",
            "/status",
            "/status/stream/X/create",
            "/is_valid_property/%zz",
            "/is_valid_property/a",
            "/clusterStatus",
            "/v1/metadata",
            "/chc/ready",
            "/metrics",
            "/export",
            "/ws/query",
            "/",
            "/x",
            "/%00",
            "*",
            "");

    private final StandInService service = new StandInService();
    private TestServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(RestLimits limits) throws InterruptedException {
        server = TestServer.of(service, limits);
    }

    private static RestLimits patient() {
        return RestLimits.DEFAULT;
    }

    private static RestLimits impatient() {
        RestLimits limits = RestLimits.DEFAULT;
        return new RestLimits(
                10_000,
                1_000,
                500,
                2,
                2,
                1,
                Duration.ofMillis(700),
                Duration.ZERO,
                Duration.ofMillis(500),
                Duration.ofMillis(600),
                Duration.ofSeconds(2),
                Duration.ofMillis(100),
                limits.shutdownTime());
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void anyBytesToAnyEndpointAreAnsweredOrCutOff() throws Exception {
        start(impatient());
        Random random = new Random(20_260_101);
        int threadsBefore = Thread.activeCount();
        for (int i = 0; i < 3000; i++) {
            String request = request(random);
            try (Socket socket = server.socket()) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).as("request %d: %s", i, request).doesNotContain("HTTP/1.1 500");
            } catch (SocketTimeoutException e) {
                throw new AssertionError("request " + i + " hangs: " + request, e);
            } catch (IOException e) {
                assertThat(e)
                        .as("reset by the server, which is fine for bytes it does not want")
                        .isNotNull();
            }
        }

        assertThat(server.get("/info").statusCode()).isEqualTo(200);
        Awaiting.until(() -> server.registry.get("nrt.rest.queries").gauge().value() == 0);
        assertThat(Thread.activeCount()).isLessThan(threadsBefore + 20);
    }

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String SETTINGS = frame(4, 0, 0, "");

    /** A frame as RFC 9113 has it, its payload one char a byte. */
    private static String frame(int type, int flags, int stream, String payload) {
        int length = payload.length();
        return "" + (char) (length >> 16 & 0xFF) + (char) (length >> 8 & 0xFF) + (char) (length & 0xFF) + (char) type
                + (char) flags + (char) (stream >> 24 & 0xFF) + (char) (stream >> 16 & 0xFF)
                + (char) (stream >> 8 & 0xFF)
                + (char) (stream & 0xFF) + payload;
    }

    @Test
    void connectionsThatAreNoHttp2DoNotFillTheLog() throws Exception {
        start(impatient());
        List<String> malformed = List.of(
                PREFACE + "nothing that is a frame, and long enough to be taken for one",
                PREFACE + frame(4, 0, 0, "\0\0\0"),
                PREFACE + frame(4, 0, 7, ""),
                PREFACE + SETTINGS + frame(1, 5, 1, "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"),
                PREFACE + SETTINGS + frame(1, 5, 2, ""),
                PREFACE + SETTINGS + frame(0, 1, 0, "data"),
                PREFACE + SETTINGS + frame(8, 0, 0, "\0\0\0\0"),
                PREFACE + SETTINGS + "\u00ff\u00ff\u00ff\0\0\0\0\0\1",
                "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n",
                "GET /info HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: ????\r\n\r\n");

        try (LogLines log = new LogLines()) {
            for (String bytes : malformed) {
                try (Socket socket = server.socket()) {
                    TestServer.exchange(socket, bytes);
                } catch (SocketException e) {
                    assertThat(e).as("reset by the server").isNotNull();
                }
            }
            assertThat(server.get("/info").statusCode()).isEqualTo(200);
            assertThat(log.lines()).isEmpty();
        }
    }

    private static String request(Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        String method = List.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "POST", "POST", "TRACE", "X\u0001")
                .get(random.nextInt(9));
        String body = body(random);
        return switch (random.nextInt(6)) {
            case 0 -> body;
            case 1 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + body;
            case 2 -> method + " " + path + " HTTP/1.1\r\n" + body + "\r\n\r\n";
            case 3 ->
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(random.nextInt(40)) + "\r\n" + body + "\r\n0\r\n\r\n";
            case 4 ->
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + (body.length() + random.nextInt(3) - 1) + "\r\n\r\n" + body;
            default ->
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body;
        };
    }

    private static String body(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"ksql\": \"" + noise(random, 30).replace("\"", "").replace("\\", "") + "\"}";
            case 1 -> "{\"sql\": \"FAIL\", \"properties\": " + random.nextInt(5) + "}";
            case 2 -> "{\"queryId\": " + random.nextInt() + "}";
            case 3 -> "[".repeat(random.nextInt(3000));
            case 4 -> "{\"deleteTopicList\": [\"(\", " + random.nextInt() + "]}";
            default -> noise(random, 200);
        };
    }

    private static String noise(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aBodyOrAStatementThatIsTooLongIsRefused() throws Exception {
        start(impatient());

        assertThat(server.post("/ksql", " ".repeat(20_000)).body())
                .contains("41300")
                .contains("10000 bytes");
        assertThat(server.post("/ksql", "{\"ksql\": \"" + "x".repeat(2000) + "\"}")
                        .body())
                .contains("1000 characters");
        try (Socket socket = server.socket()) {
            String head = "POST /ksql HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream()
                    .write(("5000\r\n" + "x".repeat(0x5000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("answered before the body ends, and closed in time though it never does")
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whoTakesTooLongForARequestIsCutOff() throws Exception {
        start(impatient());
        try (Socket silent = server.socket();
                Socket half = server.socket();
                Socket headOnly = server.socket();
                Socket drip = server.socket()) {
            half.getOutputStream().write("GET /info HT".getBytes(StandardCharsets.ISO_8859_1));
            headOnly.getOutputStream()
                    .write(post("/ksql", "{}").replace("{}", "").getBytes(StandardCharsets.ISO_8859_1));
            Thread dripping = new Thread(() -> {
                try {
                    while (true) {
                        drip.getOutputStream().write('G');
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // It was cut off, as it should.
                }
            });
            dripping.setDaemon(true);
            dripping.start();

            assertThat(half.getInputStream().readAllBytes()).isEmpty();
            assertThat(new String(headOnly.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408");
            assertThat(drip.getInputStream().read()).isEqualTo(-1);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aReaderThatVanishesLosesItsQuery() throws Exception {
        start(patient());
        StandInRun run = StandInRun.silentPush("q", StandInRun.rows(1));
        service.when("S", context -> run);
        try (Socket socket = server.socket()) {
            socket.getOutputStream().write(post("/query", "{\"ksql\":\"S\"}").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isPositive();
        }

        assertThat(run.closed.await(10, TimeUnit.SECONDS)).isTrue();
        Awaiting.until(() -> server.registry.get("nrt.rest.queries").gauge().value() == 0);
    }

    @Test
    void aReaderThatReadsNothingLosesItsQueryInTheEnd() throws Exception {
        start(impatient());
        StandInRun run = StandInRun.endlessPush("q", StandInRun.rows(1000));
        service.when("S", context -> run);
        try (Socket socket = server.socket()) {
            socket.getOutputStream().write(post("/query", "{\"ksql\":\"S\"}").getBytes(StandardCharsets.ISO_8859_1));

            assertThat(run.closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.polls.get())
                    .as("polls of 35 KB each, into the buffers of two sockets")
                    .isLessThan(1000);
            assertThat(server.registry.get("nrt.rest.stalled").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aSilentAnswerShowsThatItLives() throws Exception {
        start(impatient());
        service.when("S", context -> StandInRun.silentPush("q", StandInRun.rows(1)));
        try (Socket socket = server.socket()) {
            socket.getOutputStream().write(post("/query", "{\"ksql\":\"S\"}").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            while (!text.toString().endsWith("\r\n1\r\n\n\r\n1\r\n\n\r\n")) {
                int read = in.read();
                assertThat(read).as(text.toString()).isNotNegative();
                text.append((char) read);
            }
        }
    }

    @Test
    void noMoreQueriesRunThanMay() throws Exception {
        start(impatient());
        service.when("S", context -> StandInRun.silentPush("q" + service.contexts.size(), List.of()));
        try (InputStream first = server.stream("/query", "{\"ksql\":\"S\"}").body();
                InputStream second = server.stream("/query", "{\"ksql\":\"S\"}").body()) {
            assertThat(first.read()).isEqualTo('[');
            assertThat(second.read()).isEqualTo('[');

            assertThat(server.post("/query", "{\"ksql\":\"S\"}").body()).contains("40003");
            assertThat(server.post("/close-query", "{\"queryId\":\"q1\"}").statusCode())
                    .isEqualTo(200);
            first.readAllBytes();
        }
        Awaiting.until(
                () -> server.registry.get("nrt.rest.queries.push").gauge().value() == 0);
    }

    @Test
    void anAnswerThatIsTooLargeOrTakesTooLongBreaksOffWithTheReason() throws Exception {
        start(impatient());
        service.when("MANY", context -> StandInRun.endlessPull(StandInRun.rows(100)));
        service.when("SLOW", context -> StandInRun.endlessPull(List.of()));
        service.when("LARGE", context -> StandInRun.pull(StandInRun.rows(501)));

        assertThat(server.post("/query", "{\"ksql\":\"MANY\"}").body())
                .contains("{\"row\":{\"columns\":[99,\"name 99\"]}},\n{\"errorMessage\":{\"@type\":\"generic_error\"")
                .contains("more than 500 rows")
                .endsWith("}}]\n");
        assertThat(server.post("/query", "{\"ksql\":\"SLOW\"}").statusCode()).isEqualTo(400);
        assertThat(server.post("/query", "{\"ksql\":\"LARGE\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void aShutdownEndsAnswersWithALastWord() throws Exception {
        start(patient());
        StandInRun run = StandInRun.silentPush("q", StandInRun.rows(1));
        service.when("S", context -> run);
        try (InputStream answer = server.stream("/query", "{\"ksql\":\"S\"}").body()) {
            assertThat(answer.read()).isEqualTo('[');
            long began = System.nanoTime();

            server.close();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("{\"finalMessage\":\"Server Shutting Down\"}]\n");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(run.closed.getCount()).isZero();
    }
}
