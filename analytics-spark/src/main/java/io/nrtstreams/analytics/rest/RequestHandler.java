package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.server.BrowserGuard;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What each request goes through: the guard against other sites, the door, the routes. Used on one event loop. */
final class RequestHandler implements Handler<HttpServerRequest> {

    /** Probes of an orchestrator have no credentials, and learn nothing here. */
    private static final Set<String> WITHOUT_CREDENTIALS = Set.of("/chc/live", "/chc/ready");

    private final BrowserGuard guard;
    private final Door door;
    private final Routes routes;
    private final Optional<Handler<HttpServerRequest>> pages;
    private final RestParts parts;
    private final Connections connections;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile @Nullable RefusedRequest refusal;

    RequestHandler(
            BrowserGuard guard,
            Door door,
            Routes routes,
            Optional<Handler<HttpServerRequest>> pages,
            RestParts parts,
            Connections connections) {
        this.guard = guard;
        this.door = door;
        this.routes = routes;
        this.pages = pages;
        this.parts = parts;
        this.connections = connections;
    }

    void opened(HttpConnection connection) {
        connections.opened(connection);
    }

    int connections() {
        return connections.count();
    }

    /** From now on. Any thread may ask. */
    void refuseAll(RefusedRequest answer) {
        refusal = answer;
    }

    /** How many requests are not answered to their end. */
    int inFlight() {
        return inFlight.get();
    }

    @Override
    public void handle(HttpServerRequest request) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "requests come in on an event loop");
        HttpConnection connection = request.connection();
        connections.begun(connection);
        inFlight.incrementAndGet();
        Exchange exchange = new Exchange(request, context, parts, () -> {
            inFlight.decrementAndGet();
            connections.over(connection);
        });
        exchange.attempt(() -> guarded(exchange));
    }

    private void guarded(Exchange exchange) {
        RefusedRequest closing = refusal;
        if (closing != null) {
            throw closing;
        }
        guard.refusal(exchange.request()).ifPresent(reason -> {
            throw new RefusedRequest(ErrorCode.FORBIDDEN, reason);
        });
        if (WITHOUT_CREDENTIALS.contains(exchange.request().path())) {
            route(exchange);
            return;
        }
        door.enter(exchange.request().getHeader("Authorization"), exchange.context())
                .onFailure(exchange::fail)
                .onSuccess(entered -> exchange.attempt(() -> route(exchange)));
    }

    private void route(Exchange exchange) {
        Optional<Endpoint> endpoint = routes.find(exchange);
        if (endpoint.isPresent()) {
            endpoint.get().answer(exchange);
        } else if (pages.isPresent()) {
            exchange.at("pages");
            exchange.noBodyLimit();
            pages.get().handle(exchange.request());
            exchange.request().resume();
        } else if ("/".equals(exchange.request().path())) {
            exchange.at("/");
            exchange.response().putHeader("Location", "/info");
            exchange.answer(307, MediaType.JSON.toString(), null);
        } else {
            throw Routes.notFound();
        }
    }
}
