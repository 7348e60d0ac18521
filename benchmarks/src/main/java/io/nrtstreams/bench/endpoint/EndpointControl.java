package io.nrtstreams.bench.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Steers an endpoint from another JVM. Thread-safe.
 *
 * @param address of the endpoint
 */
public record EndpointControl(URI address) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Makes an empty bucket whose requests take {@code latencyMillis} longer than they need. */
    public void createBucket(String name, long latencyMillis) throws IOException {
        send("PUT", name + "?latency_ms=" + latencyMillis);
    }

    /** Drops a bucket and all that is counted of it. */
    public void dropBucket(String name) throws IOException {
        send("DELETE", name);
    }

    /** What the objects under a prefix hold, and all requests of the bucket so far. */
    public Counts counts(String bucket, String prefix) throws IOException {
        String query = "?prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8);
        return JSON.readValue(send("GET", bucket + query), Counts.class);
    }

    private String send(String method, String what) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/_bench/" + what))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the endpoint answers " + answer.statusCode() + " to " + request);
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking the endpoint", e);
        }
    }
}
