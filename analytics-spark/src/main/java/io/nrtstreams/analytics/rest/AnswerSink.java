package io.nrtstreams.analytics.rest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Where an answer goes, piece by piece. Used on one event loop. */
interface AnswerSink {

    void begin(String contentType);

    /** Done when the piece is on its way to the client; its window may hold it back. */
    Future<@Nullable Void> write(Buffer piece);

    /** Whether the piece would arrive in one frame if it were written now. */
    boolean hasRoomFor(Buffer piece);

    /** Done when the client has taken in all that was written; at once where it cannot be asked. */
    Future<@Nullable Void> settled();

    /** Whether more is waiting than should. */
    boolean isFull();

    /** Runs the action once when less is waiting. */
    void whenDrained(Runnable action);

    /** Sends what tells a connection that is silent from one that is dead. */
    void heartbeat();

    void end();

    /** Breaks off: the client is gone, or takes nothing. */
    void abort();

    /** Runs the action when the client goes away before the end; what was asked for last counts. */
    void whenGone(Runnable action);
}
