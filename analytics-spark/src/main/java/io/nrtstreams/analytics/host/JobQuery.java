package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.analytics.batch.history.Histories;
import io.nrtstreams.analytics.batch.history.StartFrom;
import io.nrtstreams.analytics.host.flow.HostedQuery;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.Emission;
import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.TopicLayout;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query as tasks get it.
 *
 * @param hosted what it does
 * @param onLoss what becomes of it when records are gone before they were read
 */
record JobQuery(HostedQuery hosted, DataLoss onLoss) implements Serializable {

    /**
     * The query of a start.
     *
     * @param slots that hold its state
     * @throws io.nrtstreams.sql.SqlException when a property has a value that it cannot have
     */
    static JobQuery of(Start start, List<Integer> slots) {
        Map<String, String> properties = start.properties();
        StartFrom.of(properties);
        Emission.of(properties.getOrDefault(Emission.PROPERTY, Emission.EVERY_CHANGE.text()));
        Map<String, String> types = new HashMap<>();
        start.types().forEach((name, type) -> types.put(name, type.toString()));
        return new JobQuery(
                new HostedQuery(
                        start.query().id(),
                        start.sequence(),
                        PlanJson.write(start.query().plan()),
                        types,
                        slots,
                        properties),
                DataLoss.of(properties.getOrDefault(DataLoss.PROPERTY, DataLoss.FAIL.text())));
    }

    /** Where the query finds what the broker has deleted of a topic; null where it looks nowhere else. */
    Histories.@Nullable Wanted history(String topic) {
        return StartFrom.of(hosted.settings())
                .flatMap(place -> layout(PlanJson.read(hosted.plan()).root(), topic)
                        .map(layout -> Histories.Wanted.of(place, layout)))
                .orElse(null);
    }

    private static Optional<TopicLayout> layout(PlanNode node, String topic) {
        if (node instanceof PlanNode.Source source && source.layout().topic().equals(topic)) {
            return Optional.of(source.layout());
        }
        return node.inputs().stream()
                .map(input -> layout(input, topic))
                .flatMap(Optional::stream)
                .findFirst();
    }

    QueryKey key() {
        return new QueryKey(hosted.id(), hosted.sequence());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("hosted", hosted.json());
        return json.put("onLoss", onLoss.text());
    }

    static JobQuery read(JsonNode json) {
        return new JobQuery(
                HostedQuery.read(json.path("hosted")),
                DataLoss.of(json.path("onLoss").asText()));
    }
}
