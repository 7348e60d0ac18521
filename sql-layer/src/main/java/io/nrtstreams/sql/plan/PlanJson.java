package io.nrtstreams.sql.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import java.util.Optional;

/**
 * Plans as JSON and back, for the log of what a server runs. Expressions and types are SQL text, durations are in ms. What is
 * read back equals what was written, positions in the statement's text aside.
 */
public final class PlanJson {

    /** The form of the JSON. One that is newer is refused. */
    public static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanJson() {}

    /** A plan as JSON text on one line. */
    public static String write(QueryPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("queryId", plan.queryId());
        json.set("root", PlanNodeWriter.write(plan.root()));
        plan.sink().ifPresent(sink -> {
            ObjectNode to = json.putObject("sink");
            to.put("name", sink.name());
            to.put("isTable", sink.isTable());
            to.set("layout", LayoutJson.write(sink.layout()));
        });
        ModelJson.write(plan.models(), json);
        return json.toString();
    }

    /**
     * The plan in a JSON text.
     *
     * @throws SqlException when it is no plan, or of a newer version
     */
    public static QueryPlan read(String text) {
        JsonReader json = new JsonReader(parse(text), "the plan");
        int version = json.integer("version");
        if (version > VERSION) {
            throw new SqlException("The plan has version " + version + ", this release reads up to " + VERSION
                    + ". Start the release that wrote it, or a newer one.");
        }
        return new QueryPlan(
                json.text("queryId"),
                PlanNodeReader.read(json.object("root")),
                json.optional("sink").map(PlanJson::sink),
                ModelJson.read(json));
    }

    private static Sink sink(JsonReader json) {
        return new Sink(json.text("name"), LayoutJson.read(json.object("layout")), json.flag("isTable"));
    }

    private static JsonNode parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).orElseGet(JsonNodeFactory.instance::missingNode);
        } catch (JsonProcessingException e) {
            throw new SqlException("The plan is no JSON: " + e.getOriginalMessage());
        }
    }
}
