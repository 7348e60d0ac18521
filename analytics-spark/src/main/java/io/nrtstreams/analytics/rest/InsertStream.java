package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.Inserts;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One request to /inserts-stream: its first line names the target, each line behind it is a row, and each row is answered,
 * in the order of the rows, when the broker has it or when it is refused; rows behind a refused one go on. What is on its
 * way is bounded: while {@link #MOST_PENDING} rows are, or the client reads no answers, no more is read from it. Used on
 * the event loop of its connection; rows are written by a worker, one part of the body after the other.
 */
final class InsertStream {

    private static final int MOST_PENDING = 1000;
    private static final ObjectReader ROW = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final RestParts parts;
    private final InsertAcks acks;
    private final LineSplitter lines;
    private final List<Buffer> waiting = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private long nextRow;
    private boolean isWorking;
    private boolean isRead;
    private boolean isOver;
    private @Nullable Inserts inserts;

    /** A row on its way. */
    private record Pending(long number, CompletableFuture<@Nullable Void> written) {}

    InsertStream(Exchange exchange, RestParts parts, MediaType type) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.parts = parts;
        this.acks = new InsertAcks(exchange.response(), type);
        this.lines = new LineSplitter(parts.limits().bodyBytes());
    }

    void start() {
        parts.streams().add(this);
        exchange.whenGone(this::finish);
        request.handler(part -> exchange.attempt(() -> take(lines.take(part))));
        request.endHandler(ended -> exchange.attempt(() -> {
            isRead = true;
            take(lines.last().map(List::of).orElse(List.of()));
        }));
        request.resume();
    }

    /** Reads no more; rows on their way are still answered. Any thread may ask. */
    void end() {
        exchange.onLoop(() -> {
            if (!isRead) {
                request.pause();
                isRead = true;
            }
            endIfDone();
        });
    }

    /** Lines that came in. */
    private void take(List<Buffer> rows) {
        waiting.addAll(rows);
        if (isOver || isWorking) {
            return;
        }
        if (waiting.isEmpty()) {
            endIfDone();
        } else {
            work();
        }
    }

    private void work() {
        List<Buffer> rows = List.copyOf(waiting);
        waiting.clear();
        if (!isRead) {
            request.pause();
        }
        exchange.noBodyLimit();
        isWorking = true;
        parts.workers().insert(() -> {
            try {
                Written written = write(rows);
                exchange.onLoop(() -> written(written));
            } catch (RuntimeException e) {
                exchange.onLoop(() -> broken(e));
            }
        });
    }

    private record Written(Inserts inserts, List<CompletableFuture<@Nullable Void>> rows) {}

    /** On a worker. */
    private Written write(List<Buffer> rows) {
        Inserts target = inserts;
        int first = 0;
        if (target == null) {
            target = parts.service().insertsInto(target(rows.get(0)));
            first = 1;
        }
        List<CompletableFuture<@Nullable Void>> written = new ArrayList<>();
        for (Buffer row : rows.subList(first, rows.size())) {
            written.add(write(target, row));
        }
        return new Written(target, written);
    }

    private static String target(Buffer line) {
        JsonNode target = StatementRequest.json(line).path("target");
        if (!target.isTextual()) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST, "the first line names no target: begin with {\"target\": \"NAME\"}");
        }
        return target.textValue();
    }

    private static CompletableFuture<@Nullable Void> write(Inserts target, Buffer line) {
        try {
            Map<String, @Nullable Object> row = ROW.readValue(line.getBytes());
            if (row == null) {
                throw notAnObject();
            }
            return target.insert(row);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(notAnObject());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static RefusedRequest notAnObject() {
        return new RefusedRequest(
                ErrorCode.BAD_REQUEST, "the row is not a JSON object of column names and values in one line");
    }

    private void written(Written written) {
        isWorking = false;
        inserts = written.inserts;
        if (isOver) {
            close();
            return;
        }
        acks.begin();
        for (CompletableFuture<@Nullable Void> row : written.rows) {
            pending.add(new Pending(nextRow++, row));
            Future.fromCompletionStage(row, exchange.context()).onComplete(done -> exchange.attempt(this::acknowledge));
        }
        acknowledge();
    }

    /** Answers all rows whose turn it is. */
    private void acknowledge() {
        while (!isOver && !pending.isEmpty() && pending.peek().written.isDone()) {
            Pending row = pending.remove();
            @Nullable Throwable failure = failure(row.written);
            parts.metrics().inserted(failure == null);
            if (failure == null) {
                acks.ok(row.number);
            } else {
                acks.refused(row.number, RestError.of(failure));
            }
        }
        acks.flush();
        if (!isOver && !isWorking) {
            if (!waiting.isEmpty()) {
                work();
            } else if (isRead) {
                endIfDone();
            } else if (exchange.response().writeQueueFull()) {
                exchange.response().drainHandler(drained -> acknowledge());
            } else if (pending.size() < MOST_PENDING) {
                request.resume();
            }
        }
    }

    private static @Nullable Throwable failure(CompletableFuture<@Nullable Void> written) {
        try {
            written.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void endIfDone() {
        if (isOver || !isRead || isWorking || !waiting.isEmpty() || !pending.isEmpty()) {
            return;
        }
        if (inserts == null) {
            throw new RefusedRequest(
                    ErrorCode.BAD_REQUEST,
                    "the body is empty: begin with {\"target\": \"NAME\"} and then a row a line");
        }
        finish();
        acks.end();
    }

    private void broken(RuntimeException failure) {
        isWorking = false;
        finish();
        exchange.fail(failure);
    }

    private void finish() {
        isOver = true;
        parts.streams().remove(this);
        if (!isWorking) {
            close();
        }
    }

    private void close() {
        Inserts open = inserts;
        if (open != null) {
            inserts = null;
            parts.workers().closing(open::close);
        }
    }
}
