package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.PlanNode.Aggregate;
import io.nrtstreams.sql.plan.PlanNode.Distinct;
import io.nrtstreams.sql.plan.PlanNode.Explode;
import io.nrtstreams.sql.plan.PlanNode.Filter;
import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.plan.PlanNode.Project;
import io.nrtstreams.sql.plan.PlanNode.Rekey;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.PlanNode.StreamStreamJoin;
import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.plan.PlanNode.TableTableJoin;
import io.nrtstreams.sql.plan.PlanNode.UnionAll;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.WindowShape;
import io.nrtstreams.sql.type.Schema;
import java.util.List;

/** Nodes of plans from JSON. */
final class PlanNodeReader {

    private final JsonReader json;
    private final String id;
    private final List<PlanNode> inputs;

    private PlanNodeReader(JsonReader json) {
        this.json = json;
        this.id = json.text("id");
        this.inputs = json.objects("inputs").stream().map(PlanNodeReader::read).toList();
    }

    static PlanNode read(JsonReader json) {
        return new PlanNodeReader(json).node();
    }

    private PlanNode node() {
        return switch (json.text("node")) {
            case "Source" ->
                new Source(
                        id,
                        json.text("name"),
                        LayoutJson.read(json.object("layout")),
                        json.flag("isTable"),
                        json.flag("remembered"));
            case "Filter" -> new Filter(id, input(0), expression(json.text("condition")));
            case "Project" -> new Project(id, input(0), named("values"), schema());
            case "Explode" -> new Explode(id, input(0), named("functions"), schema());
            case "Rekey" ->
                new Rekey(id, input(0), named("keys"), named("values"), json.flag("dropNullKeys"), schema());
            case "Aggregate" ->
                new Aggregate(
                        id,
                        input(0),
                        named("carried"),
                        named("aggregates"),
                        json.optional("window").map(PlanNodeReader::window),
                        json.choice("emit", Query.Emit.class),
                        schema());
            case "Distinct" -> new Distinct(id, input(0));
            case "UnionAll" -> new UnionAll(id, inputs, schema());
            case "StreamStreamJoin" ->
                new StreamStreamJoin(
                        id,
                        input(0),
                        input(1),
                        type(),
                        json.duration("before"),
                        json.duration("after"),
                        json.optionalDuration("grace"),
                        schema());
            case "StreamTableJoin" ->
                new StreamTableJoin(id, input(0), input(1), type(), json.flag("byEventTime"), schema());
            case "TableTableJoin" -> new TableTableJoin(id, input(0), input(1), type(), schema());
            case "ForeignKeyJoin" ->
                new ForeignKeyJoin(
                        id,
                        input(0),
                        input(1),
                        type(),
                        json.texts("foreignKey").stream()
                                .map(PlanNodeReader::expression)
                                .toList(),
                        schema());
            default -> throw json.wrong("node", "a node of this release");
        };
    }

    private PlanNode input(int index) {
        if (index >= inputs.size()) {
            throw json.wrong("inputs", "an array of " + (index + 1) + " nodes or more");
        }
        return inputs.get(index);
    }

    private Schema schema() {
        return LayoutJson.schema(json.object("schema"));
    }

    private JoinType type() {
        return json.choice("type", JoinType.class);
    }

    private List<Named> named(String field) {
        return json.objects(field).stream()
                .map(column -> new Named(column.text("name"), expression(column.text("expression"))))
                .toList();
    }

    private static Expression expression(String text) {
        return new SqlParser().parseExpression(text);
    }

    private static Query.Window window(JsonReader json) {
        WindowShape shape;
        if (json.node().has("gap")) {
            shape = new WindowShape.Session(json.duration("gap"));
        } else if (json.node().has("advance")) {
            shape = new WindowShape.Hopping(json.duration("size"), json.duration("advance"));
        } else {
            shape = new WindowShape.Tumbling(json.duration("size"));
        }
        return new Query.Window(
                Position.NONE,
                shape,
                json.optionalDuration("retention"),
                json.optionalDuration("grace"),
                json.optionalDuration("offset"),
                json.optionalText("zone"));
    }
}
