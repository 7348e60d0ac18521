package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.conformance.RestClient.Answer;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conformance.CaseFile;
import io.nrtstreams.sql.conformance.CaseResult;
import io.nrtstreams.sql.conformance.CaseResults;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Runs a file of REST cases against a server, one after the other; behind each, all that is declared is dropped. Nothing else
 * may use the server meanwhile.
 */
public final class RestSuite implements AutoCloseable {

    private final RestClient client;
    private final CaseBroker broker;
    private final InMemorySchemaRegistry registry;
    private final String prefix;

    /**
     * For a server.
     *
     * @param server such as http://127.0.0.1:8088
     * @param bootstrap the server's broker
     * @param registry the server's registry
     * @param prefix goes before the names of topics, with a number, so that runs do not meet on a broker
     */
    public RestSuite(URI server, String bootstrap, InMemorySchemaRegistry registry, String prefix) {
        this.client = new RestClient(server);
        this.broker = new CaseBroker(bootstrap);
        this.registry = registry;
        this.prefix = prefix;
    }

    /**
     * Runs the cases whose id contains a text.
     *
     * @param results is told in the order of the file
     * @throws IOException when the file cannot be read
     */
    public void run(Path cases, String id, CaseResults results) throws IOException {
        int[] number = {0};
        CaseFile.read(cases, json -> json, json -> {
            number[0]++;
            if (json.path("id").asText().contains(id)) {
                results.add(
                        json.path("class").asText("all"),
                        json.path("id").asText(),
                        run(json, prefix + number[0] + "_"));
            }
        });
    }

    private CaseResult run(JsonNode json, String casePrefix) {
        RestCase wanted = RestCase.of(json, casePrefix);
        try {
            CaseResult result =
                    new RestCaseRun(wanted, casePrefix, client, broker, new CaseLayouts(wanted.base(), registry)).run();
            clear();
            return result;
        } catch (IOException | CompletionException | SqlException | IllegalStateException e) {
            return CaseResult.failed(String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a case ran", e);
        }
    }

    private void clear() throws IOException, InterruptedException {
        client.execute("TERMINATE ALL;", Map.of());
        // Some can be dropped only when others are.
        boolean dropped = true;
        while (dropped) {
            boolean tables = drop("TABLES", "tables", "DROP TABLE ");
            dropped = drop("STREAMS", "streams", "DROP STREAM ") || tables;
        }
        JsonNode types = client.execute("SHOW TYPES;", Map.of()).body().path(0).path("types");
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            client.execute("DROP TYPE `" + type.getKey() + "`;", Map.of());
        }
    }

    private boolean drop(String what, String field, String statement) throws IOException, InterruptedException {
        boolean dropped = false;
        Answer listed = client.execute("SHOW " + what + ";", Map.of());
        for (JsonNode source : listed.body().path(0).path(field)) {
            Answer answer = client.execute(statement + "`" + source.path("name").asText() + "`;", Map.of());
            dropped |= !answer.isRefused();
        }
        return dropped;
    }

    @Override
    public void close() {
        broker.close();
    }
}
