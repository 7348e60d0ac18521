package io.nrtstreams.analytics.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import java.util.Set;
import java.util.TreeSet;

/** The topics that plans name. */
final class PlanTopics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAYOUT = "layout";
    private static final String TOPIC = "topic";

    private PlanTopics() {}

    /** The topics that a plan reads. */
    static Set<String> read(QueryPlan plan) {
        Set<String> topics = new TreeSet<>();
        collect(plan.root(), topics);
        return topics;
    }

    private static void collect(PlanNode node, Set<String> topics) {
        if (node instanceof PlanNode.Source source) {
            topics.add(source.layout().topic());
        }
        node.inputs().forEach(input -> collect(input, topics));
    }

    /** The plan with the prefix before its id and before the name of each topic. */
    static QueryPlan withPrefix(QueryPlan plan, String prefix) {
        try {
            JsonNode json = JSON.readTree(PlanJson.write(plan));
            ((ObjectNode) json).put("queryId", prefix + plan.queryId());
            rename(json, prefix);
            return PlanJson.read(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is not written as JSON", e);
        }
    }

    private static void rename(JsonNode node, String prefix) {
        if (node.get(LAYOUT) instanceof ObjectNode layout) {
            layout.put(TOPIC, prefix + layout.path(TOPIC).asText());
        }
        node.forEach(child -> rename(child, prefix));
    }
}
