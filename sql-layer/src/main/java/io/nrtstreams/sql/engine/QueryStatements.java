package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.PlanPrinter;
import io.nrtstreams.sql.analysis.PlannedQuery;
import io.nrtstreams.sql.analysis.PlannedQuery.SinkTopic;
import io.nrtstreams.sql.analysis.QueryPlanner;
import io.nrtstreams.sql.analysis.SourceOptions;
import io.nrtstreams.sql.analysis.Upgrades;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.InferringFormat;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.CreateAsSelect;
import io.nrtstreams.sql.tree.Statement.ExplainQuery;
import io.nrtstreams.sql.tree.Statement.InsertIntoSelect;
import io.nrtstreams.sql.tree.Statement.Select;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Statements that start queries. */
final class QueryStatements {

    private static final String INSERT = "INSERTQUERY_";

    private final FunctionRegistry functions;
    private final Formats formats;
    private final Topics topics;

    QueryStatements(FunctionRegistry functions, Formats formats, Topics topics) {
        this.functions = functions;
        this.formats = formats;
        this.topics = topics;
    }

    Step create(CreateAsSelect statement, String text, EngineState state, Map<String, String> properties) {
        Optional<DataSource> existing = state.declarations().source(statement.name());
        if (existing.isPresent() && statement.ifNotExists()) {
            return new Step(state, new Outcome.Done(statement.name() + " exists already; nothing was done."));
        }
        Optional<PersistentQuery> replaced = existing.map(source -> replaced(statement, source, state));
        EngineState numbered = state.numberedFor(prefix(statement));
        String id = replaced.map(PersistentQuery::id).orElse(prefix(statement) + numbered.nextNumber());
        PlannedQuery planned = planner(state, properties).persistent(statement, id);
        requireTopics(statement.position(), planned, state);
        replaced.ifPresent(old -> requireUpgrade(statement.position(), old.plan(), planned.plan()));
        QueryPlan.Sink sink = planned.plan().sink().orElseThrow();
        SinkTopic wanted = planned.topic().orElseThrow();
        String topic = sink.layout().topic();
        OptionalInt partitions = topics.partitions(topic);
        partitions.ifPresent(count -> requirePartitions(statement, topic, count));
        // The topic comes last: a registry may refuse the schema, and a schema without a topic does no harm.
        registerSchemas(statement.position(), sink.layout());
        if (partitions.isEmpty()) {
            topics.create(topic, wanted.partitions(), wanted.replicas(), wanted.retention());
        }
        DataSource source = new DataSource(
                statement.name(),
                statement.kind(),
                sink.layout(),
                partitions.orElse(wanted.partitions()),
                false,
                Optional.of(id),
                text);
        return started(
                numbered.with(state.declarations().with(source)), planned, statement.name(), true, text, replaced);
    }

    private static PersistentQuery replaced(CreateAsSelect statement, DataSource existing, EngineState state) {
        SourceStatements.Existing.requireOrReplace(
                statement.position(), existing, statement.kind(), statement.orReplace());
        return state.makerOf(existing.name())
                .orElseThrow(() -> new SqlException(
                        statement.position(),
                        existing.name()
                                + " was not made by a running query, so AS SELECT cannot replace it. Drop it first."));
    }

    private static void requireUpgrade(Position position, QueryPlan running, QueryPlan wanted) {
        Upgrades.refusal(running, wanted).ifPresent(reason -> {
            throw new SqlException(position, reason);
        });
    }

    /** A query that runs for good reads what grows in order; objects are read as a whole, and then that is all. */
    private static void requireTopics(Position position, PlannedQuery planned, EngineState state) {
        for (String name : planned.reads()) {
            if (overObjects(name, state).isPresent()) {
                throw new SqlException(
                        position,
                        name + " is over objects, which a persistent query cannot read. Query the stream of the topic"
                                + " that was stored there, and SET 'nrt.start.from' to the place of the objects: it then"
                                + " begins with them and goes on with the topic. Or use a SELECT.");
            }
        }
    }

    private static Optional<DataSource> overObjects(String name, EngineState state) {
        return state.declarations()
                .source(name)
                .filter(source -> source.location().isPresent());
    }

    private static void requireNoTables(Position position, PlannedQuery planned, EngineState state) {
        for (String name : planned.reads()) {
            if (overObjects(name, state).filter(DataSource::isTable).isPresent()) {
                throw new SqlException(
                        position,
                        name
                                + " is a table over objects, whose rows never change. Leave EMIT out, or declare it as a SOURCE"
                                + " STREAM to have its rows pass by.");
            }
        }
    }

    private static String prefix(CreateAsSelect statement) {
        return (statement.kind() == SourceKind.STREAM ? "CSAS_" : "CTAS_") + statement.name() + "_";
    }

    private static void requirePartitions(CreateAsSelect statement, String topic, int existing) {
        Optional<Integer> told = SourceOptions.parse(statement.properties(), SourceOptions.Place.SINK)
                .partitions();
        if (told.isPresent() && told.get() != existing) {
            throw new SqlException(
                    statement.position(),
                    "The topic '" + topic + "' exists and has " + existing + " partitions, not " + told.get()
                            + ". Leave PARTITIONS out, or choose another KAFKA_TOPIC.");
        }
    }

    private void registerSchemas(Position position, TopicLayout layout) {
        register(position, layout.keyFormat(), layout.schema().key(), Part.KEY, layout.topic());
        register(position, layout.valueFormat(), layout.schema().value(), Part.VALUE, layout.topic());
    }

    private void register(Position position, FormatSpec spec, List<Column> columns, Part part, String topic) {
        Format format = formats.find(spec.name());
        if (format instanceof InferringFormat inferring && !columns.isEmpty()) {
            try {
                inferring.register(spec, columns, part, topic);
            } catch (SqlException e) {
                throw new SqlException(position, e.problem());
            }
        }
    }

    Step insert(InsertIntoSelect statement, String text, EngineState state, Map<String, String> properties) {
        SourceOptions options = SourceOptions.parse(statement.properties(), SourceOptions.Place.INSERT);
        EngineState numbered = state.numberedFor(INSERT);
        String id = options.queryId().orElse(INSERT + numbered.nextNumber());
        if (state.query(id).isPresent()) {
            throw new SqlException(
                    statement.position(), "There is already a query " + id + ". Choose another QUERY_ID.");
        }
        SourceStatements.Existing.require(statement.position(), statement.target(), state.declarations());
        PlannedQuery planned = planner(state, properties).insertInto(statement, id);
        requireTopics(statement.position(), planned, state);
        return started(
                options.queryId().isPresent() ? state : numbered,
                planned,
                statement.target(),
                false,
                text,
                Optional.empty());
    }

    private static Step started(
            EngineState state,
            PlannedQuery planned,
            String sink,
            boolean ownsSink,
            String text,
            Optional<PersistentQuery> replaced) {
        PersistentQuery query = new PersistentQuery(
                planned.plan().queryId(), planned.plan(), planned.reads(), sink, ownsSink, false, text);
        return new Step(state.with(query), new Outcome.Started(query, replaced));
    }

    Step select(Select statement, EngineState state, Map<String, String> properties) {
        if (statement.query().emit().isEmpty()) {
            return new Step(state, new Outcome.ForHost(statement));
        }
        PlannedQuery planned = planner(state, properties).push(statement.query(), "PUSH_" + state.nextNumber());
        requireNoTables(statement.position(), planned, state);
        return new Step(
                state, new Outcome.Push(planned.plan(), statement.query().limit()));
    }

    QueryPlanner planner(EngineState state, Map<String, String> properties) {
        return new QueryPlanner(state.declarations(), functions, formats, properties);
    }

    Outcome explain(Statement statement, EngineState state, Map<String, String> properties) {
        QueryPlanner planner = planner(state, properties);
        if (statement instanceof CreateAsSelect create) {
            return text(planner.persistent(create, prefix(create) + state.nextNumber()));
        } else if (statement instanceof InsertIntoSelect insert) {
            return text(planner.insertInto(insert, INSERT + state.nextNumber()));
        } else if (statement instanceof Select select && select.query().emit().isPresent()) {
            return text(planner.push(select.query(), "PUSH_" + state.nextNumber()));
        } else if (statement instanceof Statement.CreateModel create) {
            FitPlan fit = ModelStatements.plan(create, state, planner);
            return new Outcome.Text("fit " + fit.type().name() + " of " + fit.label() + " from "
                    + String.join(", ", fit.features()) + "\n" + explained(fit.query()));
        }
        throw new SqlException(
                statement.position(),
                "EXPLAIN shows the plan of CREATE … AS SELECT, INSERT INTO … SELECT and SELECT … EMIT, and this statement has none.");
    }

    private static Outcome text(PlannedQuery planned) {
        return new Outcome.Text(explained(planned.plan()));
    }

    /** The steps for people, then the stages that a host runs. */
    private static String explained(QueryPlan plan) {
        return PlanPrinter.print(plan) + System.lineSeparator() + Stages.of(plan);
    }

    static Outcome explain(ExplainQuery statement, EngineState state) {
        PersistentQuery query = state.query(statement.queryId())
                .orElseThrow(() -> new SqlException(
                        statement.position(),
                        "There is no query " + statement.queryId() + "."
                                + Suggestions.didYouMean(
                                        statement.queryId(), state.queries().keySet())
                                + " SHOW QUERIES lists them."));
        return new Outcome.Text(explained(query.plan()));
    }
}
