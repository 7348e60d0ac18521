package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What SHOW shows. */
final class Listings {

    private Listings() {}

    /** The table of a listing; null for what is none. */
    static @Nullable Block of(JsonNode entity) {
        return switch (entity.path("@type").asText()) {
            case "streams" -> sources(entity.path("streams"), "There are no streams.");
            case "tables" -> sources(entity.path("tables"), "There are no tables.");
            case "queries" -> queries(entity.path("queries"));
            case "kafka_topics" -> topics().table(entity.path("topics"), "There are no topics.");
            case "kafka_topics_extended" ->
                topics().number("Consumers", "consumerCount")
                        .number("Groups", "consumerGroupCount")
                        .table(entity.path("topics"), "There are no topics.");
            case "properties" -> properties(entity);
            case "variables" ->
                new Columns()
                        .text("Variable", "name")
                        .text("Value", "value")
                        .table(entity.path("variables"), "No variable is defined.");
            case "type_list" ->
                new Columns()
                        .text("Type", "name")
                        .text("Stands for", entry -> SchemaText.of(entry.path("value")))
                        .table(entries(entity.path("types")), "There are no types.");
            case "function_names" ->
                new Columns()
                        .text("Function", "name")
                        .text("Type", "type")
                        .text("Category", "category")
                        .table(entity.path("functions"), "There are no functions.");
            case "models" -> models(entity.path("models"));
            case "connector_list" ->
                new Columns()
                        .text("Connector", "name")
                        .text("Type", "type")
                        .text("Class", "className")
                        .text("State", "state")
                        .table(entity.path("connectors"), "There are no connectors.");
            case "connector_plugins_list" ->
                new Columns()
                        .text(
                                "Class",
                                plugin -> Columns.shown(
                                        plugin.has("className") ? plugin.path("className") : plugin.path("class")))
                        .text("Type", "type")
                        .text("Version", "version")
                        .table(entity.path("connectorsPlugins"), "The Connect worker has no plugins.");
            default -> null;
        };
    }

    static Block sources(JsonNode sources, String none) {
        return new Columns()
                .text("Name", "name")
                .text("Topic", "topic")
                .text("Key format", "keyFormat")
                .text("Value format", "valueFormat")
                .text(
                        "Windowed",
                        source -> source.path("isWindowed").asBoolean()
                                        || !source.path("windowType").asText("").isEmpty()
                                ? "yes"
                                : "")
                .table(sources, none);
    }

    static Block queries(JsonNode queries) {
        Columns columns =
                new Columns().text("Query", "id").text("Type", "queryType").text("State", Listings::state);
        if (anyHas(queries, "lag")) {
            columns.number("Lag", "lag");
        }
        if (anyHas(queries, "reason")) {
            columns.text("Reason", "reason");
        }
        return columns.text("Writes", query -> Columns.list(query.path("sinks")))
                .text(
                        "Statement",
                        query -> Columns.shown(query.path("queryString")).replaceAll("\\s+", " "))
                .table(queries, "No queries run.");
    }

    private static String state(JsonNode query) {
        String exact = query.path("runtimeState").asText("");
        return exact.isEmpty() ? Columns.shown(query.path("state")) : exact;
    }

    private static boolean anyHas(JsonNode objects, String field) {
        for (JsonNode object : objects) {
            if (object.hasNonNull(field)) {
                return true;
            }
        }
        return false;
    }

    private static Columns topics() {
        return new Columns()
                .text("Topic", "name")
                .number(
                        "Partitions",
                        topic -> String.valueOf(topic.path("replicaInfo").size()))
                .number("Replicas", Listings::replicas);
    }

    /** One number when all partitions have as many. */
    private static String replicas(JsonNode topic) {
        Set<String> different = new LinkedHashSet<>();
        topic.path("replicaInfo").forEach(count -> different.add(count.asText()));
        return different.size() == 1 ? different.iterator().next() : Columns.list(topic.path("replicaInfo"));
    }

    private static Block properties(JsonNode entity) {
        Set<String> own = new LinkedHashSet<>();
        entity.path("overwrittenProperties").forEach(name -> own.add(name.asText()));
        return new Columns()
                .text("Property", "name")
                .text("Value", "value")
                .text(
                        "Set by",
                        property -> own.contains(property.path("name").asText())
                                ? "session"
                                : Columns.shown(property.path("level")).toLowerCase(java.util.Locale.ROOT))
                .table(entity.path("properties"), "There are no properties.");
    }

    private static Block models(JsonNode models) {
        return new Columns()
                .text("Model", "name")
                .number("Version", "version")
                .text("Type", "type")
                .text("Label", "label")
                .text("Features", model -> Columns.list(model.path("features")))
                .number("Rows", "rows")
                .number("R2", "r2")
                .number("RMSE", "rmse")
                .table(models, "There are no models.");
    }

    private static ArrayNode entries(JsonNode object) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        object.properties()
                .forEach(
                        entry -> entries.addObject().put("name", entry.getKey()).set("value", entry.getValue()));
        return entries;
    }
}
