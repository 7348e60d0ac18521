package io.nrtstreams.quickstart.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the demo asks of the analytics. Every method throws {@link CommandFailure} where they refuse. Thread-safe. */
final class AnalyticsRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(2);
    private static final Duration REPORT_LIMIT = Duration.ofMinutes(5);

    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    AnalyticsRest(URI base) {
        this.base = base;
    }

    /** Returns once all queries have processed all input there is. */
    void drain(Duration limit) {
        post("/drain?timeout=" + limit.toSeconds() + "s", "", limit.plusSeconds(10));
    }

    /**
     * Fits the regressions and writes the report.
     *
     * @param run what the report says of the run: feeds, objects, audit
     * @return the key figures: {@code queries} and {@code regressions}
     */
    JsonNode report(JsonNode run) {
        String answer = post("/report", run.toString(), REPORT_LIMIT);
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new CommandFailure("The analytics answered the report with something that is not JSON.", e);
        }
    }

    /** Carries out the statements of a script; what they make is made once, however often the script is carried out. */
    void carryOut(SqlScript script) {
        try {
            post("/ksql", JSON.createObjectNode().put("ksql", script.text()).toString(), SCRIPT_LIMIT);
        } catch (CommandFailure e) {
            throw new CommandFailure(script.file() + ": " + e.getMessage(), e);
        }
    }

    private String post(String path, String body, Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailure("The analytics refused POST " + path + " with " + response.statusCode() + ": "
                        + response.body().lines().findFirst().orElse("no reason given"));
            }
            return response.body();
        } catch (IOException e) {
            throw new CommandFailure("The analytics at " + base + " broke off POST " + path + " (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the analytics.", e);
        }
    }
}
