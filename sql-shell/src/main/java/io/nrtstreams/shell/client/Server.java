package io.nrtstreams.shell.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A server of the SQL layer, or another that speaks ksqlDB's REST API. Answers of more than 64 MiB are refused, but for those
 * of queries, which are read as they come. Every method throws {@link ServerException} when the server is not there or
 * refuses. Thread-safe.
 */
public final class Server {

    /** Numbers stay as the server wrote them. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String MEDIA_TYPE = "application/vnd.ksql.v1+json";
    private static final Duration QUICK = Duration.ofSeconds(3);

    private final Connection connection;

    public Server(Connection connection) {
        this.connection = connection;
    }

    public URI uri() {
        return connection.uri();
    }

    /** Another server; credentials go along only when it is on the same host. */
    public Server at(URI uri) {
        return new Server(connection.at(uri));
    }

    /** Carries statements out that give no rows; what they answer, in order. */
    public List<JsonNode> execute(String statements, RequestContext context) {
        HttpRequest.Builder request = post("/ksql", body(statements, context));
        return elements(json(request.build()));
    }

    /** The same where an answer that takes longer than three seconds is of no use. */
    public List<JsonNode> ask(String statements) {
        return elements(json(post("/ksql", body(statements, RequestContext.NONE))
                .timeout(QUICK)
                .build()));
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** Starts to answer a SELECT or a PRINT. */
    public QueryStream query(String statement, RequestContext context, boolean isPrint) {
        HttpResponse<InputStream> response =
                send(post("/query", body(statement, context)).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() >= 400) {
            throw refusal(response.statusCode(), Bytes.of(response.body()));
        }
        return QueryStream.start(response.body(), JSON, isPrint);
    }

    /** Ends a push query. */
    public void closeQuery(String queryId) {
        ObjectNode body = JSON.createObjectNode().put("queryId", queryId);
        json(post("/close-query", body).timeout(QUICK).build());
    }

    /** Version, cluster and service id of the server. */
    public JsonNode info() {
        return json(connection
                        .request("/info")
                        .header("Accept", MEDIA_TYPE)
                        .timeout(QUICK)
                        .build())
                .path("KsqlServerInfo");
    }

    /** Asks whether there is a property of this name; a refusal names those that are near. */
    public void requireProperty(String name) {
        String path = "/is_valid_property/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        json(connection.request(path).header("Accept", MEDIA_TYPE).build());
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return connection
                .request(path)
                .header("Accept", MEDIA_TYPE)
                .header("Content-Type", MEDIA_TYPE + "; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static ObjectNode body(String statements, RequestContext context) {
        ObjectNode body = JSON.createObjectNode().put("ksql", statements);
        ObjectNode properties = body.putObject("streamsProperties");
        context.properties().forEach(properties::put);
        ObjectNode variables = body.putObject("sessionVariables");
        context.variables().forEach(variables::put);
        context.commandSequence().ifPresent(number -> body.put("commandSequenceNumber", number));
        return body;
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<byte[]> response = send(request, Bytes.handler());
        if (response.statusCode() >= 400) {
            throw refusal(response.statusCode(), response.body());
        }
        return parsed(response.statusCode(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return connection.client().send(request, handler);
        } catch (ConnectException e) {
            throw new ServerException(
                    "No server answers at " + uri()
                            + ". Start one with ./nrt up, or name another with --server URL (at the"
                            + " prompt: server URL). Without one, --dry-run shows plans and schemas.",
                    e);
        } catch (HttpTimeoutException e) {
            throw new ServerException("The server at " + uri() + " did not answer in time. Look at its log.", e);
        } catch (SSLException e) {
            throw new ServerException(
                    "There is no secure connection to " + uri() + ": " + e.getMessage()
                            + ". Give the certificate of its authority with --ca FILE, or use http:// if the server does.",
                    e);
        } catch (IOException e) {
            throw new ServerException(
                    "The connection to " + uri() + " broke off (" + e.getMessage()
                            + "). Is it a server of the SQL layer?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(
                    "Interrupted while waiting for " + uri() + ". Whether the statement was carried out is not known.",
                    e);
        }
    }

    private JsonNode parsed(int status, byte[] body) {
        if (body.length > Bytes.MOST) {
            throw new ServerException(0, "The answer is longer than 64 MiB. Ask for less.", List.of());
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new ServerException(
                    uri() + " answered " + status
                            + " with something that is not JSON. Is it a server of the SQL layer?",
                    e);
        }
    }

    private ServerException refusal(int status, byte[] body) {
        if (status == 401) {
            return new ServerException(
                    status,
                    "The server at " + uri()
                            + " asks who you are. Give --user NAME with the password in NRT_SQL_PASSWORD"
                            + " or at its prompt, or a token in NRT_SQL_TOKEN.",
                    List.of());
        }
        JsonNode error = parsed(status, body);
        return error.has("message")
                ? failure(error)
                : new ServerException(status, uri() + " answered " + status + ".", List.of());
    }

    /** Reads an error as the API tells it. */
    static ServerException failure(JsonNode body) {
        return new ServerException(
                body.path("error_code").asInt(),
                body.path("message").asText("The server gave no reason."),
                elements(body.path("entities")));
    }

    /** How to reach the server and who asks. Immutable. */
    public record Connection(HttpClient client, URI uri, Optional<String> authorization) {

        Connection at(URI other) {
            boolean sameHost = uri.getHost().equals(other.getHost());
            return new Connection(client, other, authorization.filter(value -> sameHost));
        }

        HttpRequest.Builder request(String path) {
            String base = uri.toString();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path));
            authorization.ifPresent(value -> request.header("Authorization", value));
            return request;
        }
    }
}
