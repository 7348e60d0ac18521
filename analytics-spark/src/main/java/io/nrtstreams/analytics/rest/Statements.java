package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.entity.EntityJson;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** /ksql: statements whose answers are entities. */
final class Statements implements Endpoint {

    private static final List<MediaType> OFFERED = List.of(MediaType.JSON_V1, MediaType.JSON);

    private final RestParts parts;

    Statements(RestParts parts) {
        this.parts = parts;
    }

    @Override
    public void answer(Exchange exchange) {
        MediaType type = MediaType.choose(exchange.request().getHeader("Accept"), OFFERED);
        exchange.body()
                .onFailure(exchange::fail)
                .onSuccess(body -> exchange.attempt(() -> {
                    StatementRequest request = StatementRequest.of(body, "ksql", parts.limits());
                    exchange.answerBy(parts.workers()::statement, () -> {
                        Buffer entities = Buffer.buffer(
                                EntityJson.write(parts.service().execute(request.text(), request.context())));
                        return () -> exchange.answer(200, type.toString(), entities);
                    });
                }));
    }
}
