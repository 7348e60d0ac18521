package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.SqlService;
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
                    parts.workers().statement(() -> carryOut(exchange, request, type));
                }));
    }

    private void carryOut(Exchange exchange, StatementRequest request, MediaType type) {
        try {
            SqlService service = parts.service();
            Buffer entities = Buffer.buffer(EntityJson.write(service.execute(request.text(), request.context())));
            exchange.onLoop(() -> exchange.answer(200, type.toString(), entities));
        } catch (RuntimeException e) {
            exchange.onLoop(() -> exchange.fail(e));
        }
    }
}
