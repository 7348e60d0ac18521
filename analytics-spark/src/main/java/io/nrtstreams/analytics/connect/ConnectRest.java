package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nrtstreams.sql.SqlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a Connect worker. What meets a rebalance is repeated as long as the settings allow. An answer of more than
 * 16 MiB is refused. Thread-safe.
 *
 * @see <a href="https://kafka.apache.org/documentation/#connect_rest">the REST API of Kafka Connect</a>
 */
final class ConnectRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MAX_BODY = 16 << 20;
    private static final String UNKNOWN = "Whether it was carried out is not known: SHOW CONNECTORS tells.";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int INTERNAL_ERROR = 500;

    private final WorkerAccess settings;
    private final HttpClient client;

    ConnectRest(WorkerAccess settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** All connectors by name, each with its info and status. */
    JsonNode connectors() {
        return exchange("GET", "/connectors?expand=info&expand=status", null).orFail();
    }

    /** Connector plugins: class, type and version of each. */
    JsonNode plugins() {
        return exchange("GET", "/connector-plugins", null).orFail();
    }

    /** What is wrong with a configuration, and what its keys are. */
    JsonNode validate(String connectorClass, Map<String, String> config) {
        return exchange("PUT", "/connector-plugins/" + encoded(connectorClass) + "/config/validate", config)
                .orFail();
    }

    /** Name, configuration, tasks and type. */
    Optional<JsonNode> info(String name) {
        return ifFound(exchange("GET", path(name), null));
    }

    /** State of the connector and its tasks; none as long as the worker has not started it. */
    Optional<JsonNode> status(String name) {
        return ifFound(exchange("GET", path(name) + "/status", null));
    }

    /** The topics that the connector has used; none when the worker does not keep count of them. */
    Optional<JsonNode> topics(String name) {
        Answer answer = exchange("GET", path(name) + "/topics", null);
        return answer.status == NOT_FOUND || answer.status == FORBIDDEN
                ? Optional.empty()
                : Optional.of(answer.orFail());
    }

    /** Creates a connector; empty when there is already one of this name. */
    Optional<JsonNode> create(String name, Map<String, String> config) {
        Answer answer = exchange("POST", "/connectors", Map.of("name", name, "config", config));
        return answer.tellsOfExistence() ? Optional.empty() : Optional.of(answer.orFail());
    }

    /** Removes a connector; whether there was one. */
    boolean delete(String name) {
        return ifFound(exchange("DELETE", path(name), null)).isPresent();
    }

    private static Optional<JsonNode> ifFound(Answer answer) {
        return answer.status == NOT_FOUND ? Optional.empty() : Optional.of(answer.orFail());
    }

    private static String path(String name) {
        return "/connectors/" + encoded(name);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer exchange(String method, String path, @Nullable Object body) {
        long start = System.nanoTime();
        Answer answer = once(method, path, body);
        while (answer.meetsRebalance()) {
            if (System.nanoTime() - start > settings.patience().toNanos()) {
                throw new SqlException("The Connect workers at " + settings + " have been rebalancing for "
                        + settings.patience().toSeconds()
                        + " seconds. Look at their logs, and repeat the statement when they have settled.");
            }
            rest(PAUSE);
            answer = once(method, path, body);
        }
        return answer;
    }

    /** Waits before another request. */
    static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The time-out is for all of the answer; a request's own ends with the headers. */
    private Answer once(String method, String path, @Nullable Object body) {
        String request = method + " " + path;
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request(method, path, body), ConnectRest::limited);
        try {
            HttpResponse<byte[]> response = pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(request, response.statusCode(), read(response.body(), response.statusCode()));
        } catch (ExecutionException e) {
            throw broken(request, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw failure(
                    "The Connect worker at " + settings + " did not answer " + request + " within "
                            + settings.timeout().toSeconds() + " seconds. " + UNKNOWN,
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            pending.cancel(true);
        }
    }

    private SqlException broken(String request, Throwable cause) {
        return cause instanceof ConnectException
                ? failure(
                        "No Connect worker answers at " + settings
                                + ". Start one, or set ksql.connect.url to the REST address of one that runs.",
                        cause)
                : failure("The Connect worker at " + settings + " broke off during " + request + ". " + UNKNOWN, cause);
    }

    private static BodySubscriber<byte[]> limited(HttpResponse.ResponseInfo response) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return BodySubscribers.mapping(
                BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> body.write(bytes, 0, Math.min(bytes.length, MAX_BODY + 1 - body.size())))),
                end -> body.toByteArray());
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.valueToTree(body).toString()));
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** The address without a slash at its end. */
    private String base() {
        String url = settings.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private JsonNode read(byte[] body, int status) {
        if (body.length > MAX_BODY) {
            throw new SqlException("The answer of the Connect worker at " + settings + " is longer than 16 MiB.");
        }
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw failure(
                    settings + " answered " + status + " with something that is not JSON. Is it a Connect worker? Set"
                            + " ksql.connect.url to the REST address of one.",
                    e);
        }
    }

    private static SqlException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failure(
                "The wait for the Connect worker was interrupted; SHOW CONNECTORS tells what was carried out.", cause);
    }

    private static SqlException failure(String problem, Throwable cause) {
        SqlException failure = new SqlException(problem);
        failure.initCause(cause);
        return failure;
    }

    private record Answer(String request, int status, JsonNode body) {

        /** Where requests that write get a 409, those that read may get a 500, and only the text tells. */
        boolean meetsRebalance() {
            return (status == CONFLICT && !tellsOfExistence())
                    || (status == INTERNAL_ERROR && message().contains("a rebalance is expected"));
        }

        boolean tellsOfExistence() {
            return status == CONFLICT && message().contains("already exists");
        }

        private String message() {
            return body.path("message").asText("").lines().findFirst().orElse("");
        }

        JsonNode orFail() {
            if (status == 401 || status == 403) {
                throw new SqlException("The Connect worker refused " + request + " with " + status
                        + ". Give the server credentials of a user who may do that.");
            }
            if (status >= 400) {
                throw new SqlException("The Connect worker refused " + request + " with " + status + ": " + message());
            }
            return body;
        }
    }
}
