package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.conformance.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case that is run against a server: statements, records fed to them, and what the server answers.
 *
 * @param base statements, topics and records
 * @param responses wanted, in order, without those in media types that are not offered
 * @param status of the refusal of the last statement; empty when any will do
 * @param feedsRunningQuery whether the records come when the query runs
 */
record RestCase(ConformanceCase base, List<JsonNode> responses, OptionalInt status, boolean feedsRunningQuery) {

    private static final Pattern NAMED_TOPIC = Pattern.compile("(?i)(KAFKA_TOPIC\\s*=\\s*')([^']+)'");

    RestCase {
        responses = List.copyOf(responses);
    }

    /**
     * Reads a case.
     *
     * @throws IllegalArgumentException when it is none
     */
    static RestCase of(JsonNode json) {
        List<JsonNode> responses = new ArrayList<>();
        json.path("responses").forEach(response -> {
            if (!response.has("queryProto")) {
                responses.add(response);
            }
        });
        return new RestCase(
                ConformanceCase.of(json),
                responses,
                json.hasNonNull("status") ? OptionalInt.of(json.get("status").asInt()) : OptionalInt.empty(),
                json.path("inputConditions").path("waitForActivePushQuery").asBoolean());
    }

    /** The same case with a prefix before the names of its topics, so that cases do not meet on a broker. */
    static RestCase of(JsonNode json, String prefix) {
        ObjectNode renamed = json.deepCopy();
        for (String records : List.of("inputs", "outputs")) {
            renamed.path(records).forEach(one -> rename((ObjectNode) one, "topic", prefix));
        }
        renamed.path("topics").forEach(topic -> rename((ObjectNode) topic, "name", prefix));
        ArrayNode statements = renamed.withArray("statements");
        for (int i = 0; i < statements.size(); i++) {
            Matcher named = NAMED_TOPIC.matcher(statements.get(i).asText());
            statements.set(
                    i,
                    named.replaceAll(
                            found -> Matcher.quoteReplacement(found.group(1) + prefix + found.group(2) + "'")));
        }
        return of(renamed);
    }

    /** The topics that a statement names. */
    static List<String> topicsOf(String statement) {
        return NAMED_TOPIC
                .matcher(statement)
                .results()
                .map(found -> found.group(2))
                .toList();
    }

    private static void rename(ObjectNode object, String field, String prefix) {
        object.put(field, prefix + object.path(field).asText());
    }
}
