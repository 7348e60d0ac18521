package io.nrtstreams.analytics.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. It has no credentials, so it belongs on loopback or behind something that has. */
public final class AnalyticsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsServer.class);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(15);

    private final BrowserGuard guard;
    private final Vertx vertx;
    private final HttpServer server;
    private final Pages pages;

    /**
     * Starts to listen.
     *
     * @param port the port; 0 takes any free one
     * @throws IllegalStateException if the port cannot be had; the message says what to do
     */
    public static AnalyticsServer start(String host, int port, Backend backend) throws InterruptedException {
        AnalyticsServer server = new AnalyticsServer(BrowserGuard.listeningOn(host), backend);
        try {
            server.server
                    .listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            server.close();
            throw new IllegalStateException(
                    "cannot listen on " + host + ":" + port + ": end what uses the port, or give another with --port",
                    e);
        }
        LOG.info("listening on http://{}:{}/", host, server.port());
        return server;
    }

    private AnalyticsServer(BrowserGuard guard, Backend backend) {
        this.guard = guard;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(4)
                .setMaxWorkerExecuteTime(LONGEST_REQUEST.toSeconds())
                .setMaxWorkerExecuteTimeUnit(TimeUnit.SECONDS));
        this.pages = new Pages(vertx, backend);
        this.server = vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(this::take);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    private void take(HttpServerRequest request) {
        guard.refusal(request)
                .ifPresentOrElse(
                        reason -> Pages.answer(request, 403, Answers.error(reason)), () -> pages.handle(request));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
