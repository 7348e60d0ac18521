package io.nrtstreams.analytics.rest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The body of a response, in chunks or frames. */
final class HttpSink implements AnswerSink {

    private static final Buffer BLANK_LINE = Buffer.buffer("\n");
    private static final Buffer PING = Buffer.buffer("nrtstill");

    private final Exchange exchange;
    private final HttpServerResponse response;

    HttpSink(Exchange exchange) {
        this.exchange = exchange;
        this.response = exchange.response();
    }

    @Override
    public void begin(String contentType) {
        response.setChunked(true).putHeader("Content-Type", contentType).putHeader("Cache-Control", "no-store");
        // Proxies such as nginx would hold rows back.
        response.putHeader("X-Accel-Buffering", "no");
        response.writeHead();
    }

    @Override
    public Future<@Nullable Void> write(Buffer piece) {
        return response.write(piece);
    }

    @Override
    public boolean hasRoomFor(Buffer piece) {
        return !exchange.isHttp2()
                || ReaderWindow.hasRoom(exchange.request().connection(), response.streamId(), piece.length());
    }

    /** A ping is answered in its turn (RFC 9113, section 6.7). */
    @Override
    public Future<@Nullable Void> settled() {
        return exchange.isHttp2() ? exchange.request().connection().ping(PING).mapEmpty() : Future.succeededFuture();
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable action) {
        response.drainHandler(drained -> action.run());
    }

    /** Between two rows a blank line means nothing; HTTP/2 has frames for it. */
    @Override
    public void heartbeat() {
        if (exchange.isHttp2()) {
            exchange.request().connection().ping(PING);
        } else {
            response.write(BLANK_LINE);
        }
    }

    @Override
    public void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    @Override
    public void abort() {
        if (!response.closed()) {
            if (exchange.isHttp2()) {
                response.reset();
            } else {
                exchange.request().connection().close();
            }
        }
    }

    @Override
    public void whenGone(Runnable action) {
        exchange.whenGone(action);
    }
}
