package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** /query, /query-stream and /close-query: statements whose answers are rows. */
final class Queries {

    private static final List<MediaType> OF_QUERY = List.of(MediaType.JSON_V1, MediaType.JSON);
    private static final List<MediaType> OF_STREAM = List.of(MediaType.DELIMITED, MediaType.JSON, MediaType.JSON_V1);

    /** RFC 6455, section 7.4.1. */
    private static final short POLICY_VIOLATION = 1008;

    private final RestParts parts;

    Queries(RestParts parts) {
        this.parts = parts;
    }

    /** POST /query. */
    void query(Exchange exchange) {
        MediaType type = MediaType.choose(exchange.request().getHeader("Accept"), OF_QUERY);
        read(exchange, "ksql", request -> isPrint(request) ? new TextLines() : new RowElements(type));
    }

    /** POST /query-stream. */
    void queryStream(Exchange exchange) {
        MediaType type = MediaType.choose(exchange.request().getHeader("Accept"), OF_STREAM);
        read(exchange, "sql", request -> {
            if (isPrint(request)) {
                throw new RefusedRequest(
                        ErrorCode.BAD_STATEMENT, "PRINT answers lines of text, not rows: send it to /query");
            }
            return switch (type) {
                case DELIMITED -> RowLines.delimited();
                case JSON -> RowLines.inArray();
                case JSON_V1 -> new RowElements(type);
            };
        });
    }

    /** POST /close-query. */
    void close(Exchange exchange) {
        exchange.body()
                .onFailure(exchange::fail)
                .onSuccess(body -> exchange.attempt(() -> {
                    JsonNode id = StatementRequest.json(body).path("queryId");
                    if (!id.isTextual()) {
                        throw new RefusedRequest(
                                ErrorCode.BAD_REQUEST,
                                "the body names no query: give the id of its answer in \"queryId\"");
                    }
                    if (!parts.queries().end(id.textValue(), "Query Closed")) {
                        throw new RefusedRequest(
                                ErrorCode.BAD_REQUEST,
                                "no query of this id gives rows to a client: its id stands at the beginning of its answer;"
                                        + " a query of the catalog is ended by TERMINATE");
                    }
                    exchange.answer(200, MediaType.JSON.toString(), null);
                }));
    }

    /** GET /ws/query: the query stands in the address, as JSON. */
    void socket(Exchange exchange) {
        if (!exchange.request().canUpgradeToWebSocket()) {
            throw new RefusedRequest(ErrorCode.BAD_REQUEST, "/ws/query is for WebSockets: others ask /query");
        }
        String asked = exchange.request().getParam("request");
        StatementRequest request =
                StatementRequest.of(Buffer.buffer(asked == null ? "" : asked), "ksql", parts.limits());
        exchange.noBodyLimit();
        exchange.request().toWebSocket().onFailure(exchange::fail).onSuccess(socket -> {
            WebSocketSink sink = new WebSocketSink(socket, exchange::upgraded);
            socket.handler(message -> {
                // Nothing is expected, and nothing kept.
            });
            try {
                start(
                        request,
                        any -> new SocketMessages(),
                        sink,
                        exchange.context(),
                        failure -> exchange.context().runOnContext(back -> refuse(socket, failure)));
            } catch (RefusedRequest e) {
                refuse(socket, e);
            }
        });
    }

    private static void refuse(ServerWebSocket socket, Throwable failure) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(RestError.of(failure).json().toString());
            socket.close(POLICY_VIOLATION);
        }
    }

    private interface FormatChoice {
        AnswerFormat of(StatementRequest request);
    }

    private void read(Exchange exchange, String textField, FormatChoice choice) {
        exchange.body()
                .onFailure(exchange::fail)
                .onSuccess(body -> exchange.attempt(() -> {
                    StatementRequest request = StatementRequest.of(body, textField, parts.limits());
                    start(
                            request,
                            choice,
                            new HttpSink(exchange),
                            exchange.context(),
                            failure -> exchange.onLoop(() -> exchange.fail(failure)));
                }));
    }

    /**
     * Starts to answer a query.
     *
     * @param refusal takes what went wrong before there was anything to send, on any thread
     */
    private void start(
            StatementRequest request,
            FormatChoice choice,
            AnswerSink sink,
            Context context,
            Consumer<Throwable> refusal) {
        OpenQueries.Place place = parts.queries().place();
        sink.whenGone(place::free);
        parts.workers().query(() -> {
            try {
                AnswerFormat format = choice.of(request);
                QueryRun run = parts.service().query(request.text(), request.context());
                begin(run, format, sink, context, place);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                place.free();
                refusal.accept(new RefusedRequest(ErrorCode.SHUTTING_DOWN, "the server is shutting down"));
            } catch (RuntimeException e) {
                place.free();
                refusal.accept(e);
            }
        });
    }

    private void begin(QueryRun run, AnswerFormat format, AnswerSink sink, Context context, OpenQueries.Place place)
            throws InterruptedException {
        boolean isHandedOver = false;
        try {
            if (run.header().queryId().isPresent()) {
                place.push();
            }
            QueryPump pump = new QueryPump(run, new AnswerText(format), sink, context, parts, place);
            Runnable start = pump.begin();
            context.runOnContext(ready -> start.run());
            isHandedOver = true;
        } finally {
            if (!isHandedOver) {
                run.close();
            }
        }
    }

    /** Whether the last statement is a PRINT. What cannot be read is none: the service says what is wrong with it. */
    private static boolean isPrint(StatementRequest request) {
        if (!request.text().toUpperCase(Locale.ROOT).contains("PRINT")) {
            return false;
        }
        boolean isPrint = false;
        try {
            Iterator<ParsedStatement> statements =
                    new SqlParser().read(request.text(), request.context().variables());
            while (statements.hasNext()) {
                isPrint = statements.next().statement() instanceof Statement.PrintTopic;
            }
        } catch (SqlException e) {
            return false;
        }
        return isPrint;
    }
}
