package io.nrtstreams.analytics.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nrtstreams.analytics.server.BrowserGuard;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.SqlService;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the SQL layer: one port for HTTP/1.1 and HTTP/2, the latter by upgrade, by prior knowledge or by ALPN.
 * It listens from the start, and tells clients to come again until {@link #serve} gives it its service. Thread-safe.
 */
public final class RestServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

    private final RestSettings settings;
    private final Vertx vertx;
    private final RestParts parts;
    private final RequestHandler handler;
    private final HttpServer server;

    /**
     * Starts to listen.
     *
     * @param registry what /metrics shows; others may count there too
     * @param pages answers the paths that are not of the API, / among them; it guards itself against nothing
     * @param clock of what is told about when
     * @throws IllegalStateException when the port cannot be had, or the server would be open to other machines; the
     *     message says what to do
     */
    public static RestServer start(
            RestSettings settings,
            PrometheusMeterRegistry registry,
            Optional<Function<Vertx, Handler<HttpServerRequest>>> pages,
            InstantSource clock)
            throws InterruptedException {
        requireClosedDoors(settings);
        RestServer server = new RestServer(settings, registry, pages, clock);
        try {
            server.server
                    .listen(settings.port(), settings.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            server.close();
            throw new IllegalStateException(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ": end what uses the port or give another, and check the certificate and key ("
                            + e.getMessage() + ")",
                    e);
        }
        LOG.info(
                "listening on {}://{}:{}/",
                settings.tls().isPresent() ? "https" : "http",
                settings.host(),
                server.port());
        return server;
    }

    private static void requireClosedDoors(RestSettings settings) {
        if (isLoopback(settings.host())) {
            return;
        }
        if (settings.access().isOpen()) {
            throw new IllegalStateException(
                    "other machines can reach " + settings.host()
                            + " and the server asks no one who they are: listen on 127.0.0.1, or give a file of users or tokens");
        }
        if (settings.tls().isEmpty() && !settings.tlsEndsBefore()) {
            throw new IllegalStateException("other machines can reach " + settings.host()
                    + " and passwords would go over the network in clear text: give a certificate and key, or say that TLS"
                    + " ends before the server");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private RestServer(
            RestSettings settings,
            PrometheusMeterRegistry registry,
            Optional<Function<Vertx, Handler<HttpServerRequest>>> pages,
            InstantSource clock) {
        this.settings = settings;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(4));
        RestLimits limits = settings.limits();
        RestMetrics metrics = new RestMetrics(registry);
        AtomicReference<@Nullable SqlService> service = new AtomicReference<>();
        this.parts = new RestParts(
                service,
                limits,
                new Workers(limits),
                new OpenQueries(limits),
                ConcurrentHashMap.newKeySet(),
                new BodyBudget(limits.bodyBytes()),
                metrics);
        this.handler = new RequestHandler(
                BrowserGuard.listeningOn(settings.host()),
                new Door(settings.access(), parts.workers(), metrics),
                Routes.of(parts, new Information(parts, clock), new Scrape(registry, parts.workers())),
                pages.map(made -> made.apply(vertx)),
                parts,
                new Connections(vertx, limits));
        metrics.gauge("nrt.rest.queries.push", "Push queries that run for clients.", parts.queries()::pushes);
        metrics.gauge("nrt.rest.queries", "Queries that clients wait for, of all kinds.", parts.queries()::all);
        metrics.gauge("nrt.rest.connections", "Open connections.", handler::connections);
        metrics.gauge("nrt.rest.inserts", "Open requests to /inserts-stream.", parts.streams()::size);
        metrics.gauge("nrt.rest.bodies.bytes", "Bytes of bodies that are not answered yet.", parts.bodies()::taken);
        this.server = vertx.createHttpServer(Listening.options(settings))
                .connectionHandler(handler::opened)
                .requestHandler(handler)
                .exceptionHandler(error -> LOG.debug("connection failed: {}", error.toString()));
    }

    /** Gives the server what it serves. The service stays its owner's to close, after the server. */
    public void serve(SqlService service) {
        parts.serviceRef().set(service);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /**
     * Takes no more requests, ends the queries of clients with a last word, waits for what is on its way no longer than
     * {@link RestLimits#shutdownTime}, and closes the port.
     */
    @Override
    public void close() {
        String message = "Server Shutting Down";
        handler.refuseAll(new RefusedRequest(ErrorCode.SHUTTING_DOWN, "the server is shutting down"));
        long deadline = System.nanoTime() + settings.limits().shutdownTime().toNanos();
        parts.queries().endAll(message);
        parts.streams().forEach(InsertStream::end);
        try {
            while (handler.inFlight() > 0 && System.nanoTime() - deadline < 0) {
                Thread.sleep(10);
            }
            if (handler.inFlight() > 0) {
                LOG.warn("{} requests were not answered in time and are broken off", handler.inFlight());
            }
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            parts.workers().end(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            parts.workers().close();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the port was not closed in good order", e);
            parts.workers().close();
        }
    }
}
