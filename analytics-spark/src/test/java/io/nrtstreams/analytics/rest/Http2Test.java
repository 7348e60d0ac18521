package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 in clear text by prior knowledge, as ksqlDB's clients speak it. */
class Http2Test {

    private final StandInService service = new StandInService();
    private final Vertx vertx = Vertx.vertx();
    private TestServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws InterruptedException {
        server = TestServer.of(service);
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(server.server.port()));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private HttpClientRequest request(String path) throws Exception {
        return client.request(HttpMethod.POST, path)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Sends a body and takes the answer apart as its frames come. */
    private BlockingQueue<String> frames(HttpClientRequest request, String body) {
        BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        request.response().onSuccess(response -> {
            response.handler(frame -> {
                // The last frame, which only says that it is the last, has none.
                if (frame.length() > 0) {
                    frames.add(frame.toString());
                }
            });
            response.endHandler(end -> frames.add("END"));
            response.exceptionHandler(error -> frames.add("RESET"));
        });
        request.end(body);
        return frames;
    }

    private static String next(BlockingQueue<String> frames) throws InterruptedException {
        return String.valueOf(frames.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void eachRowHasAFrameOfItsOwn() throws Exception {
        int count = 5000;
        service.when("SELECT 1;", context -> StandInRun.push("q", StandInRun.rows(count), "Limit Reached"));

        BlockingQueue<String> frames = frames(request("/query-stream"), "{\"sql\": \"SELECT 1;\"}");

        assertThat(next(frames)).startsWith("{\"queryId\":\"q\"");
        for (int i = 0; i < count; i++) {
            assertThat(next(frames)).isEqualTo("[" + i + ",\"name " + i + "\"]\n");
        }
        assertThat(next(frames)).isEqualTo("END");
    }

    @Test
    void rowsAreAcknowledgedInTheirOrderWhileMoreAreSent() throws Exception {
        Queue<CompletableFuture<@Nullable Void>> onTheirWay = new ArrayDeque<>();
        CountDownLatch two = new CountDownLatch(2);
        service.insert = row -> {
            CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
            onTheirWay.add(written);
            two.countDown();
            return written;
        };
        HttpClientRequest request = request("/inserts-stream").setChunked(true);
        BlockingQueue<String> acks = new LinkedBlockingQueue<>();
        request.response().onSuccess(response -> {
            response.handler(ack -> ack.toString().lines().forEach(acks::add));
            response.endHandler(end -> acks.add("END"));
        });
        request.write("{\"target\": \"S\"}\n{\"A\": 1.10, \"B\": [1, {\"c\": null}]}\n{\"A\"");
        request.write(": 2}\n");
        assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<@Nullable Void> first = onTheirWay.remove();
        onTheirWay.remove().complete(null);
        assertThat(acks.poll(200, TimeUnit.MILLISECONDS))
                .as("the second waits for the first")
                .isNull();
        first.complete(null);

        assertThat(next(acks)).isEqualTo("{\"status\":\"ok\",\"seq\":0}");
        assertThat(next(acks)).isEqualTo("{\"status\":\"ok\",\"seq\":1}");

        service.insert = row -> CompletableFuture.completedFuture(null);
        request.end("{\"BAD\": 1}\nnonsense\n\n{\"A\": 3}");

        assertThat(next(acks))
                .startsWith("{\"status\":\"error\",\"seq\":2,\"error_code\":40000,")
                .contains("BAD");
        assertThat(next(acks))
                .startsWith("{\"status\":\"error\",\"seq\":3,\"error_code\":40000,")
                .doesNotContain("nonsense");
        assertThat(next(acks)).isEqualTo("{\"status\":\"ok\",\"seq\":4}");
        assertThat(next(acks)).isEqualTo("END");
        assertThat(service.inserted).hasSize(3);
        assertThat(service.inserted.get(0))
                .isEqualTo(Map.of("A", new BigDecimal("1.10"), "B", List.of(1, Collections.singletonMap("c", null))));
    }

    @Test
    void noMoreRowsAreTakenThanAreWritten() throws Exception {
        service.insert = row -> new CompletableFuture<>();
        HttpClientRequest request = request("/inserts-stream").setChunked(true);
        request.write("{\"target\": \"S\"}\n");
        String thousand =
                IntStream.range(0, 1000).mapToObj(i -> "{\"A\": " + i + "}\n").collect(Collectors.joining());
        for (int i = 0; i < 100; i++) {
            request.write(thousand);
        }

        Awaiting.until(() -> service.inserted.size() >= 1000);
        int settled = Awaiting.settled(service.inserted::size);

        assertThat(settled)
                .as("bounded by the rows on their way and one part of the body")
                .isLessThan(5000);
        request.reset();
    }

    @Test
    void aTargetThatThereIsNotIsAnErrorBeforeAnyRow() throws Exception {
        HttpClientRequest request = request("/inserts-stream");
        CompletableFuture<Buffer> body = new CompletableFuture<>();
        CompletableFuture<Integer> status = new CompletableFuture<>();
        request.response().onSuccess(response -> {
            status.complete(response.statusCode());
            response.body().onSuccess(body::complete);
        });
        request.end("{\"target\": \"NOPE\"}\n{\"A\": 1}");

        assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(400);
        assertThat(body.get(10, TimeUnit.SECONDS).toString()).contains("there is no NOPE");
    }

    @Test
    void acknowledgementsComeInAnArrayWhenJsonIsAskedFor() throws Exception {
        HttpClientRequest request = request("/inserts-stream").putHeader("Accept", "application/json");
        CompletableFuture<Buffer> body = new CompletableFuture<>();
        request.response().compose(HttpClientResponse::body).onSuccess(body::complete);
        request.end("{\"target\": \"S\"}\n{\"A\": 1}\n{\"A\": 2}");

        assertThat(body.get(10, TimeUnit.SECONDS).toString())
                .isEqualTo("[{\"status\":\"ok\",\"seq\":0},\n{\"status\":\"ok\",\"seq\":1}]\n");
    }

    @Test
    void aReaderThatStopsReadingHoldsBackItsQuery() throws Exception {
        StandInRun run = StandInRun.endlessPush("q", StandInRun.rows(1000));
        service.when("SELECT 1;", context -> run);
        HttpClientRequest request = request("/query-stream").putHeader("Accept", "application/json");
        CompletableFuture<HttpClientResponse> paused = new CompletableFuture<>();
        request.response().onSuccess(response -> {
            response.pause();
            paused.complete(response);
        });
        request.end("{\"sql\": \"SELECT 1;\"}");
        HttpClientResponse response = paused.get(10, TimeUnit.SECONDS);

        long polls = Awaiting.settled(run.polls::get);
        assertThat(polls).as("polls of 15 KB each").isLessThan(100);

        response.resume();
        Awaiting.until(() -> run.polls.get() > polls + 100);
        request.reset();
        assertThat(run.closed.await(10, TimeUnit.SECONDS))
                .as("reset ends the query")
                .isTrue();
    }
}
