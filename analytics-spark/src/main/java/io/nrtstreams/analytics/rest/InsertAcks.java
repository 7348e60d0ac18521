package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** The answers to rows: a line each, or all in one array. Used on one event loop. */
final class InsertAcks {

    private final HttpServerResponse response;
    private final MediaType type;
    private Buffer waiting = Buffer.buffer();
    private boolean hasBegun;
    private boolean hasAck;

    InsertAcks(HttpServerResponse response, MediaType type) {
        this.response = response;
        this.type = type;
    }

    /** The target is there: rows can be sent. Does nothing when told again. */
    void begin() {
        if (!hasBegun) {
            hasBegun = true;
            response.setChunked(true).putHeader("Content-Type", type.toString()).putHeader("Cache-Control", "no-store");
            response.writeHead();
            if (isArray()) {
                waiting.appendByte((byte) '[');
            }
        }
    }

    private boolean isArray() {
        return type == MediaType.JSON;
    }

    void ok(long number) {
        add(JsonNodeFactory.instance.objectNode().put("status", "ok").put("seq", number));
    }

    void refused(long number, RestError error) {
        add(JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("seq", number)
                .put("error_code", error.code())
                .put("message", error.message()));
    }

    private void add(ObjectNode ack) {
        if (isArray() && hasAck) {
            waiting.appendString(",\n");
        }
        hasAck = true;
        waiting.appendString(ack.toString());
        if (!isArray()) {
            waiting.appendByte((byte) '\n');
        }
    }

    /** Sends what is ready. */
    void flush() {
        if (waiting.length() > 0 && !response.ended() && !response.closed()) {
            Buffer ready = waiting;
            waiting = Buffer.buffer();
            response.write(ready);
        }
    }

    void end() {
        if (isArray()) {
            waiting.appendString("]\n");
        }
        flush();
        response.end();
    }
}
