package io.nrtstreams.sql.host;

import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.JoinType;
import io.nrtstreams.sql.tree.Query.WindowShape;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans made by hand, for tests. Columns are written {@code NAME TYPE}, computed ones {@code NAME = expression}. */
public final class Plans {

    private static final SqlParser PARSER = new SqlParser();
    private static final TypeResolver TYPES = new TypeResolver(Map.of());

    private Plans() {}

    public static Column column(String text) {
        String[] parts = text.split(" ", 2);
        return new Column(parts[0], TYPES.resolve(PARSER.parseType(parts[1])));
    }

    public static Schema schema(String key, String... values) {
        return Schema.of(columns(key), Arrays.stream(values).map(Plans::column).toList());
    }

    /** Columns parted by {@code ;}. */
    private static List<Column> columns(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("; ")).map(Plans::column).toList();
    }

    public static PlanNode stream(String name, String key, String... values) {
        return source(name, false, schema(key, values));
    }

    public static PlanNode table(String name, String key, String... values) {
        return source(name, true, schema(key, values));
    }

    private static PlanNode source(String name, boolean table, Schema schema) {
        return new PlanNode.Source(name, name, layout(name, schema), table, false);
    }

    /** Keys and values as JSON. */
    public static TopicLayout layout(String topic, Schema schema) {
        return new TopicLayout(
                topic, schema, FormatSpec.of("JSON"), FormatSpec.of("JSON"), Optional.empty(), Optional.empty());
    }

    public static Expression expression(String text) {
        return PARSER.parseExpression(text);
    }

    public static List<Named> named(String... columns) {
        return Arrays.stream(columns)
                .map(column -> column.split(" = ", 2))
                .map(parts -> new Named(parts[0], expression(parts[1])))
                .toList();
    }

    public static PlanNode filter(PlanNode input, String condition) {
        return new PlanNode.Filter(id("filter", input), input, expression(condition));
    }

    public static PlanNode project(PlanNode input, Schema schema, String... values) {
        return new PlanNode.Project(id("project", input), input, named(values), schema);
    }

    /** The rows by a group; value columns stay as they are. */
    public static PlanNode groupBy(PlanNode input, Schema schema, String... keys) {
        String[] copies = schema.value().stream()
                .map(column -> column.name() + " = " + column.name())
                .toArray(String[]::new);
        return new PlanNode.Rekey(id("group", input), input, named(keys), named(copies), true, schema);
    }

    public static PlanNode aggregate(PlanNode input, Schema schema, String... aggregates) {
        return new PlanNode.Aggregate(
                id("aggregate", input),
                input,
                List.of(),
                named(aggregates),
                Optional.empty(),
                Query.Emit.CHANGES,
                schema);
    }

    public static PlanNode aggregate(
            PlanNode input, Query.Window window, Query.Emit emit, Schema schema, String... aggregates) {
        return new PlanNode.Aggregate(
                id("aggregate", input),
                input,
                List.of(),
                named(aggregates),
                Optional.of(window),
                emit,
                schema.withWindowed(true));
    }

    public static Query.Window tumbling(long size, long grace) {
        return window(new WindowShape.Tumbling(Duration.ofMillis(size)), grace);
    }

    public static Query.Window window(WindowShape shape, long grace) {
        return new Query.Window(
                Position.NONE,
                shape,
                Optional.empty(),
                grace < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(grace)),
                Optional.empty(),
                Optional.empty());
    }

    public static PlanNode streamTable(PlanNode left, PlanNode right, JoinType type, boolean byEventTime) {
        return new PlanNode.StreamTableJoin("join", left, right, type, byEventTime, joined(left, right));
    }

    public static PlanNode tables(PlanNode left, PlanNode right, JoinType type) {
        return new PlanNode.TableTableJoin("join", left, right, type, joined(left, right));
    }

    public static PlanNode byForeignKey(PlanNode left, PlanNode right, JoinType type, String foreignKey) {
        return new PlanNode.ForeignKeyJoin(
                "join", left, right, type, List.of(expression(foreignKey)), joined(left, right));
    }

    /** Two streams; without a grace when it is negative. */
    public static PlanNode streams(PlanNode left, PlanNode right, JoinType type, long before, long after, long grace) {
        return new PlanNode.StreamStreamJoin(
                "join",
                left,
                right,
                type,
                Duration.ofMillis(before),
                Duration.ofMillis(after),
                grace < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(grace)),
                joined(left, right));
    }

    private static Schema joined(PlanNode left, PlanNode right) {
        return PlanNode.joined(
                left.schema().key(),
                left.schema(),
                right.schema(),
                left.schema().windowed());
    }

    private static String id(String kind, PlanNode input) {
        return kind + "-" + input.id();
    }
}
