package io.nrtstreams.sql.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a registry over HTTP, again and at the next node where it is worth it. Thread-safe. */
final class RegistryHttp {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_MESSAGE = 300;

    private final RegistrySettings settings;
    private final HttpClient client;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /**
     * What the registry has at a path; empty when it has nothing there.
     *
     * @param about what is asked for, in messages
     */
    Optional<JsonNode> get(String path, String about) {
        return exchange(path, null, about);
    }

    /** What the registry answers to a document at a path; empty when there is no such path. */
    Optional<JsonNode> post(String path, JsonNode document, String about) {
        return exchange(path, document, about);
    }

    private Optional<JsonNode> exchange(String path, @Nullable JsonNode document, String about) {
        String failure = "";
        @Nullable IOException cause = null;
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            if (attempt > 0) {
                pause(settings.pause().multipliedBy(1L << Math.min(attempt - 1, 16)), about);
            }
            URI node = settings.urls().get(attempt % settings.urls().size());
            try {
                HttpResponse<String> response = send(node, path, document, about);
                int status = response.statusCode();
                if (status == OK) {
                    return Optional.of(parsed(response.body(), node, about));
                }
                if (status == NOT_FOUND) {
                    return Optional.empty();
                }
                failure = "the schema registry " + node + " answered " + answer(response) + " for " + about;
                cause = null;
                if (status != TOO_MANY_REQUESTS && status < SERVER_ERROR) {
                    throw new RegistryException(failure);
                }
            } catch (IOException e) {
                failure = "the schema registry " + node + " cannot be reached for " + about + ": "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                cause = e;
            }
        }
        throw new RegistryException(failure + " (after " + settings.attempts() + " attempts)", cause);
    }

    private HttpResponse<String> send(URI node, String path, @Nullable JsonNode document, String about)
            throws IOException {
        String base = node.toString();
        URI uri = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        BodyPublisher body = document == null ? BodyPublishers.noBody() : BodyPublishers.ofString(document.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(document == null ? "GET" : "POST", body);
        if (document != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        settings.credentials().header().ifPresent(header -> request.header("Authorization", header));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e, about);
        }
    }

    private static JsonNode parsed(String body, URI node, String about) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RegistryException("the schema registry " + node + " answered with something else than JSON for "
                    + about + "; is this the URL of a schema registry?");
        }
    }

    /** The status, and what the registry says about it. */
    private static String answer(HttpResponse<String> response) {
        String status = "HTTP " + response.statusCode();
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            return status + " (the credentials are missing or not allowed to do this)";
        }
        try {
            JsonNode message = MAPPER.readTree(response.body()).path("message");
            return message.isTextual() ? status + " (" + shortened(message.asText()) + ")" : status;
        } catch (JsonProcessingException e) {
            // Not the registry's own error, but that of a proxy before it: the status must do.
            return status;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static void pause(Duration duration, String about) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e, about);
        }
    }

    private static RegistryException interrupted(InterruptedException cause, String about) {
        Thread.currentThread().interrupt();
        return new RegistryException("asking the schema registry for " + about + " was interrupted", cause);
    }
}
