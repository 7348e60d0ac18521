package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. Used on the event loop of its connection only, but for {@link #isGone} and {@link #onLoop}.
 * Whoever takes longer than {@link RestLimits#requestTime} to send all of it is cut off.
 */
final class Exchange {

    /** RFC 9113, section 7. */
    private static final long HTTP2_CANCEL = 8;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final RestLimits limits;
    private final RestMetrics metrics;
    private final List<Runnable> whenGone = new ArrayList<>();
    private final long began = System.nanoTime();
    private final long bodyTimer;
    private final Runnable whenOver;
    private final BodyBudget bodies;
    private long bodyBytes;
    private String endpoint = "other";
    private boolean isMeasured;
    private volatile boolean isGone;

    /**
     * The request is paused until its body is asked for, or its answer given.
     *
     * @param whenOver is run once, when the answer is sent or the client gone
     */
    Exchange(HttpServerRequest request, Context context, RestParts parts, Runnable whenOver) {
        this.whenOver = whenOver;
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.limits = parts.limits();
        this.metrics = parts.metrics();
        this.bodies = parts.bodies();
        request.pause();
        request.exceptionHandler(error -> gone());
        response.exceptionHandler(error -> gone());
        response.closeHandler(closed -> gone());
        response.endHandler(ended -> measure(response.getStatusCode()));
        bodyTimer = context.owner().setTimer(limits.requestTime().toMillis(), timer -> cutOff());
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return response;
    }

    Context context() {
        return context;
    }

    /** Names the endpoint for the metrics. */
    void at(String name) {
        endpoint = name;
    }

    boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** Whether the client went away before its answer was over. Any thread may ask. */
    boolean isGone() {
        return isGone;
    }

    /** Is run once if the client goes away, at once if it has. */
    void whenGone(Runnable action) {
        if (isGone) {
            action.run();
        } else {
            whenGone.add(action);
        }
    }

    private void gone() {
        if (!isGone && !response.ended()) {
            isGone = true;
            noBodyLimit();
            measure(0);
            whenGone.forEach(Runnable::run);
        }
    }

    /** The connection has become something else, and that is over. */
    void upgraded() {
        measure(101);
    }

    private void measure(int status) {
        if (!isMeasured) {
            isMeasured = true;
            bodies.giveBack(bodyBytes);
            metrics.answered(endpoint, status, Duration.ofNanos(System.nanoTime() - began));
            whenOver.run();
        }
    }

    /**
     * Lets a worker work, and the event loop answer with what it found; what the work throws is the answer.
     *
     * @param work gives what answers
     */
    void answerBy(Consumer<Runnable> worker, Supplier<Runnable> work) {
        worker.accept(() -> {
            try {
                onLoop(work.get());
            } catch (Throwable e) {
                onLoop(() -> fail(e));
            }
        });
    }

    /** Does the work on the event loop, from any thread; what it throws is the answer. */
    void onLoop(Runnable work) {
        context.runOnContext(ignored -> attempt(work));
    }

    /** Does the work; what it throws is the answer. */
    void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** The body; fails when it is larger than allowed. When the client goes away before its end, nothing comes of it. */
    Future<Buffer> body() {
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            // What goes beyond the bound is read and dropped, so that the client gets to the answer.
            if (promise.future().isComplete()) {
                return;
            }
            try {
                if (body.length() + part.length() > limits.bodyBytes()) {
                    throw tooLarge();
                }
                bodies.take(part.length());
                bodyBytes += part.length();
                body.appendBuffer(part);
            } catch (RefusedRequest e) {
                promise.fail(e);
            }
        });
        request.endHandler(ended -> {
            noBodyLimit();
            promise.tryComplete(body);
        });
        request.resume();
        return promise.future();
    }

    private RefusedRequest tooLarge() {
        return new RefusedRequest(
                RestError.BODY_TOO_LARGE,
                "the body is larger than " + limits.bodyBytes()
                        + " bytes: send it in several requests, or raise the limit of the server");
    }

    /** Lets the client take as long as it wants for its body. */
    void noBodyLimit() {
        context.owner().cancelTimer(bodyTimer);
    }

    private void cutOff() {
        if (request.isEnded()) {
            return;
        }
        if (!response.headWritten()) {
            fail(new RefusedRequest(
                    RestError.REQUEST_TIMEOUT,
                    "the request was not there after " + limits.requestTime().toMillis() + " ms"));
        }
        if (isHttp2()) {
            response.reset(HTTP2_CANCEL);
        } else {
            request.connection().close();
        }
    }

    void json(int status, String body) {
        answer(status, MediaType.JSON.toString(), Buffer.buffer(body));
    }

    void answer(int status, String contentType, @Nullable Buffer body) {
        if (isGone || response.headWritten()) {
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", contentType).putHeader("Cache-Control", "no-store");
        if (body == null) {
            response.end();
        } else {
            response.end(body);
        }
        discardBody();
    }

    /** A connection whose body is not read takes no other request. */
    private void discardBody() {
        if (request.isEnded()) {
            noBodyLimit();
        } else {
            request.handler(part -> {});
            request.endHandler(ended -> noBodyLimit());
            request.resume();
        }
    }

    /** Answers with an error; a head that is written already cannot be taken back, and the connection is closed then. */
    void fail(Throwable failure) {
        if (isGone || response.ended()) {
            return;
        }
        RestError error = RestError.of(failure);
        if (response.headWritten()) {
            if (isHttp2()) {
                response.reset();
            } else {
                request.connection().close();
            }
            return;
        }
        if (error.code() == ErrorCode.UNAUTHORIZED.code()) {
            response.putHeader("WWW-Authenticate", "Basic realm=\"nrt\", charset=\"UTF-8\"");
        } else if (error.code() == ErrorCode.NOT_READY.code()) {
            response.putHeader("Retry-After", "10");
        } else if (error.code() == RestError.BODY_TOO_LARGE && !isHttp2()) {
            response.putHeader("Connection", "close");
        }
        json(error.status(), error.json().toString());
    }
}
