package io.nrtstreams.bench.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 endpoint for measuring: buckets in the path, objects that are counted and forgotten, and a latency for each
 * request of a bucket.
 *
 * <p>Below {@code /_bench/} it is steered: {@code PUT /_bench/NAME?latency_ms=50} makes a bucket, {@code DELETE} drops it,
 * and {@code GET /_bench/NAME?prefix=…} gives its {@link Counts} as JSON. It listens on the loopback address only, holds
 * no more than {@link Bucket} says, and checks signatures not at all. Thread-safe.
 */
public final class S3Endpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Endpoint.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTROL = "/_bench/";
    /** More requests at a time than any sink under test sends. */
    private static final int THREADS = 512;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private S3Endpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts one on a port that is free. */
    public static S3Endpoint start() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "endpoint");
            thread.setDaemon(true);
            return thread;
        });
        S3Endpoint endpoint = new S3Endpoint(bound(), threads);
        endpoint.server.setExecutor(threads);
        endpoint.server.createContext("/", endpoint::answer);
        endpoint.server.start();
        return endpoint;
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), THREADS);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the S3 endpoint of the benchmarks cannot listen on the loopback address", e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getRawPath().startsWith(CONTROL)) {
                control(exchange);
            } else {
                serve(S3Exchange.of(exchange));
            }
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void serve(S3Exchange exchange) throws IOException {
        Bucket bucket = buckets.get(exchange.bucket());
        try {
            if (bucket == null) {
                throw new Refusal(404, "NoSuchBucket", "there is no bucket " + exchange.bucket());
            }
            new S3Requests(bucket).serve(exchange);
        } catch (Refusal refusal) {
            if (bucket != null && !refusal.isOrdinary()) {
                bucket.countRefused();
                LOG.error("refused {}: {}", exchange, refusal.getMessage());
            }
            exchange.refuse(refusal);
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(CONTROL.length());
        Map<String, String> query = S3Exchange.query(exchange.getRequestURI());
        byte[] answer = new byte[0];
        switch (exchange.getRequestMethod()) {
            case "PUT" -> buckets.put(name, new Bucket(Long.parseLong(query.getOrDefault("latency_ms", "0"))));
            case "DELETE" -> buckets.remove(name);
            default -> {
                Bucket bucket = buckets.getOrDefault(name, new Bucket(0));
                answer = JSON.writeValueAsBytes(bucket.counts(query.getOrDefault("prefix", "")));
            }
        }
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
