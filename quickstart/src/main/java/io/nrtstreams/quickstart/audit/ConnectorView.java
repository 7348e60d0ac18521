package io.nrtstreams.quickstart.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Reads what a Connect worker knows of its connectors: configurations, with {@code ${env:NAME}} resolved from a given
 * environment, and source offsets.
 *
 * <p>Connect hands out configurations with their references unresolved, so that secrets stay with the worker; the
 * audit resolves those it has the environment for.
 */
public final class ConnectorView {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:([^}]+)}");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI rest;
    private final Map<String, String> environment;

    public ConnectorView(URI rest, Map<String, String> environment) {
        this.rest = rest;
        this.environment = Map.copyOf(environment);
    }

    /** The configurations by connector name, in the order of the names. */
    public Map<String, Map<String, String>> configurations() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        read("connectors?expand=info").properties().forEach(entry -> {
            Map<String, String> config = new TreeMap<>();
            entry.getValue()
                    .path("info")
                    .path("config")
                    .properties()
                    .forEach(item -> config.put(item.getKey(), item.getValue().asText()));
            all.put(entry.getKey(), config);
        });
        return all;
    }

    /**
     * {@code config} with its references to the environment replaced.
     *
     * @throws ConfigException if the environment lacks one; the message names the key and the variable
     */
    public Map<String, String> resolved(Map<String, String> config) {
        Map<String, String> resolved = new TreeMap<>();
        config.forEach((key, value) -> resolved.put(
                key,
                ENVIRONMENT
                        .matcher(value)
                        .replaceAll(found -> Matcher.quoteReplacement(variable(key, found.group(1))))));
        return resolved;
    }

    private String variable(String key, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new ConfigException(
                    key + ": refers to the environment variable " + name + ", which is not set for the audit");
        }
        return value;
    }

    /** The committed source offsets of a source connector. */
    public List<SourcePosition> positions(String connector) {
        List<SourcePosition> positions = new ArrayList<>();
        for (JsonNode entry :
                read("connectors/" + encoded(connector) + "/offsets").path("offsets")) {
            positions.add(new SourcePosition(asMap(entry.path("partition")), asMap(entry.path("offset"))));
        }
        return positions;
    }

    @SuppressWarnings("unchecked") // Jackson reads a JSON object as a map with text keys.
    private static Map<String, ?> asMap(JsonNode node) {
        return JSON.convertValue(node, Map.class);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode read(String path) {
        URI uri = URI.create(rest.toString().replaceAll("/+$", "") + "/" + path);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Connect answered " + answer.statusCode() + " to GET " + uri);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Connect does not answer at " + rest + ": is the worker up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + uri, e);
        }
    }
}
