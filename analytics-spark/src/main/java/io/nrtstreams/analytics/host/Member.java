package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A query of a job.
 *
 * @param start where it begins
 * @param topicIds of the topics it reads, by name, as they were when it began
 */
record Member(JobQuery query, Positions start, SortedMap<String, String> topicIds) {

    Member {
        topicIds = Collections.unmodifiableSortedMap(topicIds);
    }

    QueryKey key() {
        return query.key();
    }

    Set<String> topics() {
        return topicIds.keySet();
    }

    /** Where it is behind a batch. */
    Positions positions(JobOffset offset) {
        Positions reached = offset.positions().get(key());
        return reached == null ? start : start.with(reached);
    }

    /** The same, running another plan. */
    Member running(JobQuery other) {
        return new Member(other, start, topicIds);
    }

    /** The same, reading topics that were made anew. */
    Member reading(SortedMap<String, String> ids) {
        return new Member(query, start, ids);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("query", query.json());
        json.set("start", start.json());
        ObjectNode ids = json.putObject("topics");
        topicIds.forEach(ids::put);
        return json;
    }

    static Member read(JsonNode json) {
        SortedMap<String, String> ids = new TreeMap<>();
        json.path("topics")
                .properties()
                .forEach(id -> ids.put(id.getKey(), id.getValue().asText()));
        return new Member(JobQuery.read(json.path("query")), Positions.read(json.path("start")), ids);
    }
}
