package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.shell.text.Screen.Kind;
import io.nrtstreams.shell.view.Block.Pair;
import java.util.ArrayList;
import java.util.List;

/** What a statement answered, for people to read. An entity of a kind that is not known is shown field by field. */
public final class EntityView {

    private EntityView() {}

    /** The parts of an entity, with its warnings behind. */
    public static List<Block> blocks(JsonNode entity) {
        List<Block> blocks = new ArrayList<>(content(entity));
        for (JsonNode warning : entity.path("warnings")) {
            blocks.add(new Block.Text(
                    Kind.WARNING, "Warning: " + warning.path("message").asText()));
        }
        return blocks;
    }

    private static List<Block> content(JsonNode entity) {
        Block listing = Listings.of(entity);
        if (listing != null) {
            return List.of(listing);
        }
        return switch (entity.path("@type").asText()) {
            case "sourceDescription" -> Descriptions.source(entity.path("sourceDescription"));
            case "source_descriptions" ->
                all(entity.path("sourceDescriptions"), Descriptions::source, "There are none.");
            case "queryDescription" -> Descriptions.query(entity.path("queryDescription"));
            case "query_descriptions" -> all(entity.path("queryDescriptions"), Descriptions::query, "No queries run.");
            case "describe_function" -> Descriptions.function(entity);
            case "connector_description" -> Descriptions.connector(entity);
            default -> List.of(sentence(entity));
        };
    }

    private static List<Block> all(
            JsonNode objects, java.util.function.Function<JsonNode, List<Block>> view, String none) {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode object : objects) {
            if (!blocks.isEmpty()) {
                blocks.add(new Block.Text(Kind.PLAIN, " "));
            }
            blocks.addAll(view.apply(object));
        }
        return blocks.isEmpty() ? List.of(new Block.Text(Kind.FAINT, none)) : blocks;
    }

    private static Block sentence(JsonNode entity) {
        return switch (entity.path("@type").asText()) {
            case "currentStatus" -> status(entity.path("commandStatus"));
            case "warning_entity" -> note(entity.path("message").asText());
            case "connector_info" ->
                note("The connector " + entity.path("info").path("name").asText() + " was created.");
            case "drop_connector" ->
                note("The connector " + entity.path("connectorName").asText() + " was dropped.");
            case "terminate_query" ->
                note("The query " + entity.path("queryId").asText()
                        + (entity.path("wasTerminated").asBoolean() ? " was ended." : " does not run."));
            case "assert_topic" -> note("The topic " + entity.path("topicName").asText() + exists(entity));
            case "assert_schema" ->
                note("The schema " + Columns.shown(entity.path(entity.hasNonNull("subject") ? "subject" : "id"))
                        + exists(entity));
            default -> fields(entity);
        };
    }

    private static Block status(JsonNode status) {
        boolean failed = status.path("status").asText().equals("ERROR");
        String query = status.path("queryId").asText("");
        String message = status.path("message").asText();
        return new Block.Text(
                failed ? Kind.ERROR : Kind.NOTE,
                query.isEmpty() || message.contains(query) ? message : message + " (" + query + ")");
    }

    private static String exists(JsonNode entity) {
        return entity.path("exists").asBoolean() ? " exists." : " does not exist.";
    }

    private static Block note(String text) {
        return new Block.Text(Kind.NOTE, text);
    }

    private static Block fields(JsonNode entity) {
        List<Pair> pairs = new ArrayList<>();
        entity.properties().forEach(field -> {
            if (!field.getKey().equals("@type")
                    && !field.getKey().equals("statementText")
                    && !field.getKey().equals("warnings")) {
                pairs.add(new Pair(field.getKey(), Columns.shown(field.getValue())));
            }
        });
        return new Block.Pairs(pairs);
    }
}
