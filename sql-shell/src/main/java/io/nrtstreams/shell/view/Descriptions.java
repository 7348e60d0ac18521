package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.text.Screen.Kind;
import io.nrtstreams.shell.view.Block.Pair;
import java.util.ArrayList;
import java.util.List;

/** What DESCRIBE and EXPLAIN show. */
final class Descriptions {

    private Descriptions() {}

    static List<Block> source(JsonNode source) {
        List<Block> blocks = new ArrayList<>();
        boolean isTable = source.path("type").asText().equals("TABLE");
        blocks.add(new Block.Text(
                Kind.HEAD,
                source.path("type").asText() + " " + source.path("name").asText()));
        blocks.add(fields(source.path("fields"), isTable));
        List<Pair> pairs = new ArrayList<>();
        add(pairs, "Topic", topic(source));
        add(pairs, "Key format", Columns.shown(source.path("keyFormat")));
        add(pairs, "Value format", Columns.shown(source.path("valueFormat")));
        add(pairs, "Window", Columns.shown(source.path("windowType")));
        add(pairs, "Timestamp", Columns.shown(source.path("timestamp")));
        add(pairs, "Read by", ids(source.path("readQueries")));
        add(pairs, "Written by", ids(source.path("writeQueries")));
        add(pairs, "Statistics", Columns.shown(source.path("statistics")));
        add(pairs, "Errors", Columns.shown(source.path("errorStats")));
        add(pairs, "Statement", Columns.shown(source.path("statement")));
        blocks.add(new Block.Pairs(pairs));
        if (source.path("extended").asBoolean() && !source.path("writeQueries").isEmpty()) {
            blocks.add(Listings.queries(source.path("writeQueries")));
        }
        return blocks;
    }

    private static Block fields(JsonNode fields, boolean isTable) {
        return new Columns()
                .text("Column", "name")
                .text("Type", field -> SchemaText.of(field.path("schema")))
                .text("", field -> role(field, isTable))
                .table(fields, "It has no columns.");
    }

    private static String role(JsonNode field, boolean isTable) {
        String type = field.path("type").asText("");
        return switch (type) {
            case "KEY" -> isTable ? "primary key" : "key";
            case "HEADER" ->
                field.has("headerKey") ? "header " + field.get("headerKey").asText() : "headers";
            default -> type.toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String topic(JsonNode source) {
        String topic = Columns.shown(source.path("topic"));
        int partitions = source.path("partitions").asInt();
        return partitions == 0
                ? topic
                : topic + " (partitions: " + partitions + ", replicas: "
                        + source.path("replication").asInt() + ")";
    }

    private static String ids(JsonNode queries) {
        List<String> ids = new ArrayList<>();
        queries.forEach(query -> ids.add(query.path("id").asText()));
        return String.join(", ", ids);
    }

    static List<Block> query(JsonNode query) {
        List<Block> blocks = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        add(pairs, "Query", Columns.shown(query.path("id")));
        add(pairs, "Type", Columns.shown(query.path("queryType")));
        add(pairs, "State", Columns.shown(query.path("state")));
        add(pairs, "Reason", Columns.shown(query.path("status").path("reason")));
        add(pairs, "Reads", Columns.list(query.path("sources")));
        add(pairs, "Writes", Columns.list(query.path("sinks")));
        add(pairs, "Statement", Columns.shown(query.path("statementText")));
        blocks.add(new Block.Pairs(pairs));
        if (!query.path("fields").isEmpty()) {
            blocks.add(fields(query.path("fields"), false));
        }
        section(blocks, "Plan", query.path("executionPlan"));
        section(blocks, "Stages", query.path("topology"));
        return blocks;
    }

    private static void section(List<Block> blocks, String title, JsonNode text) {
        if (!Columns.shown(text).isBlank()) {
            blocks.add(new Block.Text(Kind.HEAD, title));
            blocks.add(new Block.Text(Kind.PLAIN, Columns.shown(text)));
        }
    }

    static List<Block> function(JsonNode function) {
        List<Pair> pairs = new ArrayList<>();
        add(pairs, "Function", Columns.shown(function.path("functionName")));
        add(pairs, "Type", Columns.shown(function.path("type")));
        add(pairs, "About", Columns.shown(function.path("description")));
        add(pairs, "From", Columns.shown(function.path("path")));
        Block calls = new Columns()
                .text("Call", overload -> call(function, overload))
                .text("Result", "returnType")
                .text("About", "description")
                .table(function.path("functions"), "It has no signatures.");
        return List.of(new Block.Pairs(pairs), calls);
    }

    private static String call(JsonNode function, JsonNode overload) {
        List<String> arguments = new ArrayList<>();
        for (JsonNode argument : overload.path("arguments")) {
            arguments.add((argument.path("name").asText() + " "
                                    + argument.path("type").asText())
                            .strip()
                    + (argument.path("isVariadic").asBoolean() ? "..." : ""));
        }
        return function.path("functionName").asText() + "(" + String.join(", ", arguments) + ")";
    }

    static List<Block> connector(JsonNode connector) {
        JsonNode status = connector.path("status");
        List<Pair> pairs = new ArrayList<>();
        add(pairs, "Connector", Columns.shown(status.path("name")));
        add(pairs, "Type", Columns.shown(status.path("type")));
        add(pairs, "Class", Columns.shown(connector.path("connectorClass")));
        add(pairs, "State", Columns.shown(status.path("connector").path("state")));
        add(pairs, "Worker", Columns.shown(status.path("connector").path("worker_id")));
        add(pairs, "Trace", Columns.shown(status.path("connector").path("trace")));
        add(pairs, "Topics", Columns.list(connector.path("topics")));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(pairs));
        blocks.add(new Columns()
                .number("Task", "id")
                .text("State", "state")
                .text("Worker", "worker_id")
                .text("Trace", "trace")
                .table(status.path("tasks"), "It has no tasks."));
        List<Pair> config = new ArrayList<>();
        connector.path("config").properties().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> config.add(new Pair(entry.getKey(), Columns.shown(entry.getValue()))));
        if (!config.isEmpty()) {
            blocks.add(new Block.Text(Kind.HEAD, "Configuration"));
            blocks.add(new Block.Pairs(config));
        }
        if (!connector.path("sources").isEmpty()) {
            blocks.add(Listings.sources(connector.path("sources"), "No stream or table is over its topics."));
        }
        return blocks;
    }

    private static void add(List<Pair> pairs, String name, String value) {
        if (!value.isBlank()) {
            pairs.add(new Pair(name, value));
        }
    }
}
