package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query.Emit;
import io.nrtstreams.sql.tree.Query.Window;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as text for people: each step with the columns it gives, unless it leaves them as they are; the last step first,
 * the steps before it indented below. The same plan always gives the same text.
 */
public final class PlanPrinter {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private PlanPrinter() {}

    public static String print(QueryPlan plan) {
        PlanPrinter printer = new PlanPrinter();
        plan.sink().ifPresent(printer::sink);
        printer.node(plan.root(), plan.sink().isPresent() ? 1 : 0);
        plan.models()
                .all()
                .forEach(model -> printer.line(0, "asks model " + model.name() + ", version " + model.version()));
        return printer.text.toString();
    }

    private void sink(QueryPlan.Sink sink) {
        line(
                0,
                "write " + (sink.isTable() ? "table " : "stream ") + sink.name() + " to " + layout(sink.layout())
                        + sink.layout()
                                .timestamp()
                                .map(column -> ", time from " + column.column())
                                .orElse(""));
    }

    private void node(PlanNode node, int depth) {
        line(depth, node.id() + ": " + step(node));
        boolean keepsColumns = node.inputs().size() == 1
                && node.schema().equals(node.inputs().get(0).schema());
        if (!keepsColumns) {
            line(depth, "-> " + PlanText.schema(node.schema()));
        }
        node.inputs().forEach(input -> node(input, depth + 1));
    }

    private static String step(PlanNode node) {
        if (node instanceof PlanNode.Source source) {
            return "read " + (source.isTable() ? "table " : "stream ") + source.name() + " from "
                    + layout(source.layout()) + (source.remembered() ? ", remembering rows" : "");
        } else if (node instanceof PlanNode.Filter filter) {
            return "keep rows where " + expression(filter.condition());
        } else if (node instanceof PlanNode.Project project) {
            return "compute " + named(project.values());
        } else if (node instanceof PlanNode.Rekey rekey) {
            return "key by " + named(rekey.keys()) + ", compute " + named(rekey.values())
                    + (rekey.dropNullKeys() ? ", without null keys" : "");
        } else if (node instanceof PlanNode.Explode explode) {
            return "a row for each element of " + named(explode.functions());
        } else if (node instanceof PlanNode.Aggregate aggregate) {
            return "aggregate " + named(aggregate.aggregates())
                    + aggregate.window().map(PlanPrinter::window).orElse("")
                    + (aggregate.emit() == Emit.FINAL ? ", once windows are closed" : "");
        } else if (node instanceof PlanNode.Distinct) {
            return "the first row of each key";
        } else if (node instanceof PlanNode.UnionAll) {
            return "all rows of";
        }
        return join((PlanNode.Join) node);
    }

    private static String join(PlanNode.Join node) {
        String type = node.type().name().toLowerCase(Locale.ROOT);
        if (node instanceof PlanNode.StreamStreamJoin join) {
            return type + " join of streams, up to " + DurationText.of(join.before()) + " before and "
                    + DurationText.of(join.after()) + " after"
                    + join.grace()
                            .map(grace -> ", grace " + DurationText.of(grace))
                            .orElse("");
        } else if (node instanceof PlanNode.StreamTableJoin join) {
            return type + " join of a stream with a table" + (join.byEventTime() ? " by event time" : "");
        } else if (node instanceof PlanNode.TableTableJoin) {
            return type + " join of tables";
        }
        PlanNode.ForeignKeyJoin join = (PlanNode.ForeignKeyJoin) node;
        String keys = join.foreignKey().stream().map(PlanPrinter::expression).collect(Collectors.joining(", "));
        return type + " join of tables by foreign key " + keys;
    }

    private static String window(Window window) {
        return " in " + shape(window.shape())
                + window.retention()
                        .map(retention -> ", retention " + DurationText.of(retention))
                        .orElse("")
                + window.grace()
                        .map(grace -> ", grace " + DurationText.of(grace))
                        .orElse("")
                + window.offset()
                        .map(offset -> ", offset " + DurationText.of(offset))
                        .orElse("")
                + window.zone().map(zone -> ", zone " + zone).orElse("");
    }

    private static String shape(WindowShape shape) {
        if (shape instanceof WindowShape.Tumbling tumbling) {
            return "windows of " + DurationText.of(tumbling.size());
        }
        if (shape instanceof WindowShape.Hopping hopping) {
            return "windows of " + DurationText.of(hopping.size()) + " every " + DurationText.of(hopping.advance());
        }
        return "sessions with gaps of " + DurationText.of(((WindowShape.Session) shape).gap());
    }

    private static String layout(TopicLayout layout) {
        return "topic " + layout.topic() + " (" + format("key", layout.keyFormat()) + ", "
                + format("value", layout.valueFormat()) + ")";
    }

    private static String format(String part, FormatSpec spec) {
        String properties = spec.properties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " " + entry.getKey() + "='" + entry.getValue() + "'")
                .collect(Collectors.joining());
        return part + " " + spec.name() + properties
                + spec.wrapSingle()
                        .map(wrap -> wrap ? " wrapped" : " unwrapped")
                        .orElse("");
    }

    private static String named(List<Named> columns) {
        return columns.isEmpty()
                ? "nothing"
                : columns.stream().map(PlanPrinter::named).collect(Collectors.joining(", "));
    }

    private static String named(Named column) {
        String value = expression(column.expression());
        String name = expression(PlainColumns.reference(column.name()));
        return value.equals(name) ? name : value + " AS " + name;
    }

    private static String expression(Expression expression) {
        return SqlFormatter.format(expression);
    }

    private void line(int depth, String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }
}
