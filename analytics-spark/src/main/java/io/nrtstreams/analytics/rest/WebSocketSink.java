package io.nrtstreams.analytics.rest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;

/** The messages of a WebSocket, one a piece. */
final class WebSocketSink implements AnswerSink {

    private final ServerWebSocket socket;
    private Runnable whenGone = () -> {};

    /** @param whenClosed is run once, however the socket closes */
    WebSocketSink(ServerWebSocket socket, Runnable whenClosed) {
        this.socket = socket;
        socket.closeHandler(closed -> {
            whenGone.run();
            whenClosed.run();
        });
    }

    @Override
    public void begin(String contentType) {
        // Messages have none.
    }

    @Override
    public Future<@Nullable Void> write(Buffer piece) {
        return socket.writeTextMessage(piece.toString());
    }

    @Override
    public boolean hasRoomFor(Buffer piece) {
        return true;
    }

    @Override
    public Future<@Nullable Void> settled() {
        return Future.succeededFuture();
    }

    @Override
    public boolean isFull() {
        return socket.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable action) {
        socket.drainHandler(drained -> action.run());
    }

    @Override
    public void heartbeat() {
        socket.writePing(Buffer.buffer("nrt"));
    }

    @Override
    public void end() {
        if (!socket.isClosed()) {
            socket.close();
        }
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public void whenGone(Runnable action) {
        if (socket.isClosed()) {
            action.run();
        } else {
            whenGone = action;
        }
    }
}
