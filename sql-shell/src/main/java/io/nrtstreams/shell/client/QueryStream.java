package io.nrtstreams.shell.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.shell.client.QueryEvent.End;
import io.nrtstreams.shell.client.QueryEvent.Failed;
import io.nrtstreams.shell.client.QueryEvent.FinalMessage;
import io.nrtstreams.shell.client.QueryEvent.Header;
import io.nrtstreams.shell.client.QueryEvent.Line;
import io.nrtstreams.shell.client.QueryEvent.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The answer to a query as it comes. A thread of its own reads ahead, by 512 parts at most; a reader that falls behind holds
 * the server back. For one reading thread; {@link #close} may come from any.
 */
public final class QueryStream implements AutoCloseable {

    private static final int AHEAD = 512;

    private final InputStream in;
    private final ObjectMapper json;
    private final BlockingQueue<QueryEvent> events = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean closed;

    private QueryStream(InputStream in, ObjectMapper json, boolean isText) {
        this.in = in;
        this.json = json;
        this.reader = new Thread(() -> read(isText), "query-reader");
        reader.setDaemon(true);
    }

    /** Begins to read; {@code isText} says that the answer is that of PRINT, lines of text. */
    static QueryStream start(InputStream in, ObjectMapper json, boolean isText) {
        QueryStream stream = new QueryStream(in, json, isText);
        stream.reader.start();
        return stream;
    }

    /**
     * The next part of the answer; empty when none came in time. After {@link End} or {@link Failed} there is none.
     */
    public Optional<QueryEvent> poll(Duration timeout) throws InterruptedException {
        return Optional.ofNullable(events.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Lets go of the connection; the server ends the query. More than once is fine. */
    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            in.close();
        } catch (IOException e) {
            // The connection is gone already, which is what was wanted.
            return;
        }
    }

    private void read(boolean isText) {
        try {
            QueryEvent last = isText ? lines() : elements();
            events.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private QueryEvent lines() throws InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<ServerException> failure = failureIn(line);
                if (failure.isPresent()) {
                    return new Failed(failure.get());
                }
                events.put(new Line(line));
            }
            return new End();
        } catch (IOException e) {
            return broken(e);
        }
    }

    private Optional<ServerException> failureIn(String line) throws IOException {
        return line.startsWith("{\"@type\":\"") ? Optional.of(Server.failure(json.readTree(line))) : Optional.empty();
    }

    /** Objects, whatever stands between them: an array, or one a line. */
    private QueryEvent elements() throws InterruptedException {
        try (JsonParser parser = json.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    JsonNode element = parser.readValueAsTree();
                    Optional<QueryEvent> event = event(element);
                    if (event.isPresent()) {
                        events.put(event.get());
                    }
                    if (event.filter(Failed.class::isInstance).isPresent()) {
                        return new End();
                    }
                }
            }
            return new End();
        } catch (IOException e) {
            return broken(e);
        }
    }

    private static Optional<QueryEvent> event(JsonNode element) {
        if (element.has("header")) {
            JsonNode header = element.get("header");
            Optional<String> id = Optional.of(header.path("queryId").asText("")).filter(text -> !text.isEmpty());
            return Optional.of(new Header(id, Column.all(header.path("schema").asText())));
        } else if (element.has("row")) {
            List<JsonNode> values = new ArrayList<>();
            element.get("row").path("columns").forEach(values::add);
            return Optional.of(
                    new Row(values, element.get("row").path("tombstone").asBoolean()));
        } else if (element.has("finalMessage")) {
            return Optional.of(new FinalMessage(element.get("finalMessage").asText()));
        } else if (element.has("errorMessage")) {
            return Optional.of(new Failed(Server.failure(element.get("errorMessage"))));
        } else if (element.has("error_code")) {
            return Optional.of(new Failed(Server.failure(element)));
        }
        return Optional.empty();
    }

    private QueryEvent broken(IOException cause) {
        return closed
                ? new End()
                : new Failed(new ServerException(
                        "The connection broke off before the query's end. Look at the server, and ask again.", cause));
    }
}
