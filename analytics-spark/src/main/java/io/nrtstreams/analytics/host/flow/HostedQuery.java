package io.nrtstreams.analytics.host.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task needs to know of a query.
 *
 * @param sequence tells it from an earlier query of the same id
 * @param plan as {@link io.nrtstreams.sql.plan.PlanJson} writes it
 * @param types made by CREATE TYPE, by name, as SQL text
 * @param slots in which its keyed stages keep their state; none when it has no such stage
 * @param settings of the session that started it
 */
public record HostedQuery(
        String id,
        long sequence,
        String plan,
        Map<String, String> types,
        List<Integer> slots,
        Map<String, String> settings)
        implements Serializable {

    public HostedQuery {
        types = Map.copyOf(types);
        slots = List.copyOf(slots);
        settings = Map.copyOf(settings);
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("sequence", sequence).put("plan", plan);
        write(json.putObject("types"), types);
        ArrayNode numbers = json.putArray("slots");
        slots.forEach(numbers::add);
        write(json.putObject("settings"), settings);
        return json;
    }

    private static void write(ObjectNode json, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(json::put);
    }

    /** What {@link #json} wrote. */
    public static HostedQuery read(JsonNode json) {
        List<Integer> slots = new ArrayList<>();
        json.path("slots").forEach(slot -> slots.add(slot.asInt()));
        return new HostedQuery(
                json.path("id").asText(),
                json.path("sequence").asLong(),
                json.path("plan").asText(),
                texts(json.path("types")),
                slots,
                texts(json.path("settings")));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }
}
