package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.catalog.Declarations;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.type.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Statements planned one after another over a small shop. */
final class Planning {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();

    private final Map<String, String> properties = new HashMap<>();
    private Declarations catalog = Declarations.none();
    private int queries;

    /** Streams, tables and windowed ones of a small shop. */
    static Planning shop() {
        Planning planning = new Planning();
        planning.run("""
                CREATE STREAM CLICKS (ID INT KEY, USER_ID INT, PAGE STRING)
                  WITH (kafka_topic='clicks', value_format='JSON', partitions=3);
                CREATE STREAM POSTS (ID INT KEY, TAGS ARRAY<STRING>, PLACE STRUCT<CITY STRING, LAT DOUBLE>,
                    MARKS MAP<STRING, INT>) WITH (kafka_topic='posts', value_format='JSON');
                CREATE STREAM ORDERS (ID INT KEY, USER_ID INT, AMOUNT DECIMAL(9, 2))
                  WITH (kafka_topic='orders', value_format='JSON');
                CREATE STREAM EVENTS (KIND STRING, AMOUNT INT) WITH (kafka_topic='events', value_format='JSON');
                CREATE STREAM PARCELS (SHOP INT KEY, ITEM INT KEY, N INT) WITH (kafka_topic='parcels', format='JSON');
                CREATE STREAM VISITS (ID INT KEY, N BIGINT) WITH (kafka_topic='visits', value_format='JSON',
                  window_type='TUMBLING', window_size='1 MINUTE');
                CREATE STREAM SESSIONS (ID INT KEY, N BIGINT) WITH (kafka_topic='sessions', value_format='JSON',
                  window_type='SESSION');
                CREATE STREAM NOTES (ID INT KEY, TEXT STRING, FROM_HEADER BYTES HEADER('h'))
                  WITH (kafka_topic='notes', value_format='JSON');
                CREATE SOURCE STREAM FIXED (ID INT KEY, PAGE STRING) WITH (kafka_topic='fixed', value_format='JSON');
                CREATE TABLE USERS (ID INT PRIMARY KEY, NAME STRING, SHOP INT)
                  WITH (kafka_topic='users', value_format='JSON');
                CREATE TABLE SHOPS (ID INT PRIMARY KEY, CITY STRING) WITH (kafka_topic='shops', value_format='JSON');
                CREATE TABLE STOCK (SHOP INT PRIMARY KEY, ITEM INT PRIMARY KEY, N INT)
                  WITH (kafka_topic='stock', format='JSON');
                CREATE TABLE TOTALS (ID INT PRIMARY KEY, N BIGINT) WITH (kafka_topic='totals', value_format='JSON',
                  window_type='TUMBLING', window_size='1 MINUTE');
                """);
        return planning;
    }

    Planning with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** The plan of the last statement as text; empty when it only declares. */
    String run(String script) {
        String text = "";
        for (ParsedStatement statement : new SqlParser().parse(script)) {
            text = plan(statement.statement())
                    .map(planned -> PlanPrinter.print(planned.plan()))
                    .orElse("");
        }
        return text;
    }

    /** The plan of a script's last statement, which is a query. */
    PlannedQuery plan(String script) {
        Optional<PlannedQuery> planned = Optional.empty();
        for (ParsedStatement statement : new SqlParser().parse(script)) {
            planned = plan(statement.statement());
        }
        return planned.orElseThrow();
    }

    private Optional<PlannedQuery> plan(Statement statement) {
        QueryPlanner planner = new QueryPlanner(catalog, FUNCTIONS, Formats.withoutRegistry(), properties);
        String id = "QUERY_" + queries++;
        if (statement instanceof Statement.CreateSource create) {
            catalog = catalog.with(declared(create));
            return Optional.empty();
        } else if (statement instanceof Statement.CreateType type) {
            catalog = catalog.withType(type.name(), new TypeResolver(catalog.types()).resolve(type.type()));
            return Optional.empty();
        } else if (statement instanceof Statement.CreateAsSelect create) {
            PlannedQuery planned = planner.persistent(create, id);
            Sink sink = planned.plan().sink().orElseThrow();
            int partitions = planned.topic().orElseThrow().partitions();
            catalog = catalog.with(
                    new DataSource(sink.name(), create.kind(), sink.layout(), partitions, false, Optional.of(id), ""));
            return Optional.of(planned);
        } else if (statement instanceof Statement.InsertIntoSelect insert) {
            return Optional.of(planner.insertInto(insert, id));
        }
        return Optional.of(planner.push(((Statement.Select) statement).query(), id));
    }

    private DataSource declared(Statement.CreateSource create) {
        SourceOptions options = SourceOptions.parse(create.properties(), SourceOptions.Place.SOURCE);
        DeclaredColumns columns =
                DeclaredColumns.of(create.columns(), create.kind(), new TypeResolver(catalog.types())::resolve);
        Schema schema = new Schema(
                columns.key(),
                columns.value(),
                columns.headers(),
                options.window().isPresent());
        FormatSpec key = options.key().or(columns.key().isEmpty() ? "NONE" : "KAFKA", Optional.empty());
        FormatSpec value = options.value().or("JSON", options.wrapSingleValue());
        TopicLayout layout = new TopicLayout(
                options.topic().orElseThrow(), schema, key, value, options.window(), options.timestamp());
        return new DataSource(
                create.name(),
                create.kind(),
                layout,
                options.partitions().orElse(1),
                create.readOnly(),
                Optional.empty(),
                "");
    }
}
