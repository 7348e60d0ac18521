package io.nrtstreams.analytics.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nrtstreams.analytics.config.Durations;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page, the figures behind it, drain and report: what the analytics answer beside the SQL layer's interface, on the same
 * port. The server that it is mounted on guards it.
 */
public final class Pages implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(15);
    private static final int WORKERS = 4;
    /** Request bodies are audits: a few KiB. */
    private static final long LARGEST_BODY = 1 << 20;

    private static final int MOST_ROWS = 1000;

    private final Backend backend;
    private final WorkerExecutor workers;
    private final Buffer livePage = Buffer.buffer(resource("live.html"));

    /** What makes the handler on a server's Vert.x, which closes its workers with it. */
    public static Function<Vertx, Handler<HttpServerRequest>> of(Backend backend) {
        return vertx -> new Pages(backend, vertx);
    }

    private Pages(Backend backend, Vertx vertx) {
        this.backend = backend;
        this.workers =
                vertx.createSharedWorkerExecutor("pages", WORKERS, LONGEST_REQUEST.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path() == null ? "/" : request.path();
        if (HttpMethod.GET.equals(request.method())) {
            get(request, path);
        } else if (HttpMethod.POST.equals(request.method()) && path.equals("/drain")) {
            drain(request);
        } else if (HttpMethod.POST.equals(request.method()) && path.equals("/report")) {
            report(request);
        } else {
            answer(request, 404, Answers.error("there is no " + request.method() + " " + path));
        }
    }

    private void get(HttpServerRequest request, String path) {
        if (path.equals("/")) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(livePage);
        } else if (path.equals("/health")) {
            Backend.Health health = backend.health();
            answer(request, health.ok() ? 200 : 503, Answers.of(health));
        } else if (path.equals("/pipelines")) {
            answer(request, 200, Answers.queries(backend.queries()));
        } else if (path.equals("/tables")) {
            answer(request, 200, Answers.names(backend.tables()));
        } else if (path.startsWith("/tables/")) {
            table(request, path.substring("/tables/".length()));
        } else {
            answer(
                    request,
                    404,
                    Answers.error(
                            "there is no " + path
                                    + "; there are /, /health, /pipelines, /tables, /tables/NAME, POST /drain and POST /report"));
        }
    }

    private void table(HttpServerRequest request, String name) {
        Optional<Integer> limit = limit(request.getParam("limit"));
        if (limit.isEmpty()) {
            answer(request, 400, Answers.error("limit: expected a number from 1 to " + MOST_ROWS));
            return;
        }
        backend.table(name, limit.get())
                .ifPresentOrElse(
                        rows -> answer(request, 200, Answers.of(rows)),
                        () -> answer(request, 404, Answers.error("there is no such table; GET /tables lists them")));
    }

    private static Optional<Integer> limit(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return Optional.of(MOST_ROWS);
        }
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST_ROWS
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private void drain(HttpServerRequest request) {
        String text = request.getParam("timeout", "60s");
        Duration timeout;
        try {
            timeout = Durations.parse(text);
        } catch (IllegalArgumentException e) {
            answer(request, 400, Answers.error("timeout: " + e.getMessage()));
            return;
        }
        blocking(request, () -> {
            List<String> laggards = backend.drain(timeout);
            return new Reply(laggards.isEmpty() ? 200 : 504, Answers.drained(laggards));
        });
    }

    private void report(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            // What goes beyond the bound is read and dropped, so that the client gets to the answer.
            if (body.length() <= LARGEST_BODY) {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(error -> LOG.warn("no report: {} broke off: {}", request.path(), error.getMessage()));
        request.endHandler(end -> report(request, body));
    }

    private void report(HttpServerRequest request, Buffer body) {
        if (body.length() > LARGEST_BODY) {
            answer(request, 413, Answers.error("the body is larger than " + LARGEST_BODY + " bytes"));
            return;
        }
        try {
            JsonNode audit = body.length() == 0 ? MissingNode.getInstance() : JSON.readTree(body.getBytes());
            blocking(request, () -> new Reply(200, Answers.of(backend.report(audit))));
        } catch (JsonProcessingException e) {
            answer(request, 400, Answers.error("the body is not JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            answer(request, 400, Answers.error("the body cannot be read: " + e.getMessage()));
        }
    }

    private record Reply(int status, JsonNode body) {}

    private void blocking(HttpServerRequest request, Callable<Reply> work) {
        workers.executeBlocking(work, false)
                .onSuccess(reply -> answer(request, reply.status, reply.body))
                .onFailure(error -> {
                    LOG.error("{} failed", request.path(), error);
                    answer(request, 500, Answers.error(String.valueOf(error.getMessage())));
                });
    }

    private static void answer(HttpServerRequest request, int status, JsonNode body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toString());
    }

    private static byte[] resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: the jar was repacked without its resources");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
