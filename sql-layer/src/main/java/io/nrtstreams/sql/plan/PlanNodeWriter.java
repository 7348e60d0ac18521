package io.nrtstreams.sql.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.plan.PlanNode.Aggregate;
import io.nrtstreams.sql.plan.PlanNode.Distinct;
import io.nrtstreams.sql.plan.PlanNode.Explode;
import io.nrtstreams.sql.plan.PlanNode.Filter;
import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.plan.PlanNode.Join;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.plan.PlanNode.Project;
import io.nrtstreams.sql.plan.PlanNode.Rekey;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.PlanNode.StreamStreamJoin;
import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.util.List;

/** Nodes of plans as JSON. */
final class PlanNodeWriter {

    private PlanNodeWriter() {}

    static ObjectNode write(PlanNode node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("node", node.getClass().getSimpleName());
        json.put("id", node.id());
        ArrayNode inputs = json.putArray("inputs");
        node.inputs().forEach(input -> inputs.add(write(input)));
        fields(node, json);
        return json;
    }

    private static void fields(PlanNode node, ObjectNode json) {
        if (node instanceof Source source) {
            json.put("name", source.name());
            json.put("isTable", source.isTable());
            json.put("remembered", source.remembered());
            json.set("layout", LayoutJson.write(source.layout()));
        } else if (node instanceof Filter filter) {
            json.put("condition", SqlFormatter.format(filter.condition()));
        } else if (!(node instanceof Distinct)) {
            json.set("schema", LayoutJson.write(node.schema()));
        }
        if (node instanceof Project project) {
            named(json, "values", project.values());
        } else if (node instanceof Explode explode) {
            named(json, "functions", explode.functions());
        } else if (node instanceof Rekey rekey) {
            named(json, "keys", rekey.keys());
            named(json, "values", rekey.values());
            json.put("dropNullKeys", rekey.dropNullKeys());
        } else if (node instanceof Aggregate aggregate) {
            aggregate(aggregate, json);
        } else if (node instanceof Join join) {
            join(join, json);
        }
    }

    private static void aggregate(Aggregate aggregate, ObjectNode json) {
        named(json, "carried", aggregate.carried());
        named(json, "aggregates", aggregate.aggregates());
        json.put("emit", aggregate.emit().name());
        aggregate.window().ifPresent(window -> window(window, json.putObject("window")));
    }

    private static void window(Query.Window window, ObjectNode json) {
        if (window.shape() instanceof WindowShape.Tumbling tumbling) {
            json.put("size", tumbling.size().toMillis());
        } else if (window.shape() instanceof WindowShape.Hopping hopping) {
            json.put("size", hopping.size().toMillis());
            json.put("advance", hopping.advance().toMillis());
        } else if (window.shape() instanceof WindowShape.Session session) {
            json.put("gap", session.gap().toMillis());
        }
        window.retention().ifPresent(retention -> json.put("retention", retention.toMillis()));
        window.grace().ifPresent(grace -> json.put("grace", grace.toMillis()));
        window.offset().ifPresent(offset -> json.put("offset", offset.toMillis()));
        window.zone().ifPresent(zone -> json.put("zone", zone));
    }

    private static void join(Join join, ObjectNode json) {
        json.put("type", join.type().name());
        if (join instanceof StreamStreamJoin streams) {
            json.put("before", streams.before().toMillis());
            json.put("after", streams.after().toMillis());
            streams.grace().ifPresent(grace -> json.put("grace", grace.toMillis()));
        } else if (join instanceof StreamTableJoin streamTable) {
            json.put("byEventTime", streamTable.byEventTime());
        } else if (join instanceof ForeignKeyJoin foreign) {
            ArrayNode keys = json.putArray("foreignKey");
            foreign.foreignKey().forEach(expression -> keys.add(SqlFormatter.format(expression)));
        }
    }

    private static void named(ObjectNode json, String field, List<Named> columns) {
        ArrayNode array = json.putArray(field);
        for (Named column : columns) {
            array.addObject().put("name", column.name()).put("expression", SqlFormatter.format(column.expression()));
        }
    }
}
