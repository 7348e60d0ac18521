package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.SourceAnalyser;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries statements out: keeps the catalog and the list of queries, plans, and tells its host what is to be run. It runs
 * nothing itself. Thread-safe; statements are carried out one after the other.
 */
public final class Engine {

    private final FunctionRegistry functions;
    private final Formats formats;
    private final SqlParser parser = new SqlParser();
    private final SourceStatements sourceStatements;
    private final RowStatements rowStatements;
    private final QueryStatements queryStatements;
    private EngineState state;

    private Engine(FunctionRegistry functions, Formats formats, Topics topics, InstantSource clock, EngineState state) {
        this.functions = functions;
        this.formats = formats;
        this.sourceStatements = new SourceStatements(topics);
        this.rowStatements = new RowStatements(formats, clock);
        this.queryStatements = new QueryStatements(functions, formats, topics);
        this.state = state;
    }

    /**
     * An engine that knows of nothing yet.
     *
     * @param topics where topics are looked up and made
     * @param clock gives ROWTIME to inserted rows that do not
     */
    public static Engine create(FunctionRegistry functions, Formats formats, Topics topics, InstantSource clock) {
        return new Engine(functions, formats, topics, clock, EngineState.empty());
    }

    public synchronized Catalog catalog() {
        return state.declarations();
    }

    /** The persistent queries in the order of their start. */
    public synchronized Collection<PersistentQuery> queries() {
        return state.queries().values();
    }

    /**
     * Carries out the statements of a script, one after the other. What comes of one goes to the host before the next begins,
     * so that none is lost when a later one fails, and a fitted model is there for the statements behind it. Other
     * statements may come in between from other threads.
     *
     * @param properties of the session, read anew for each statement, as the host may change them at SET
     * @throws SqlException when the script cannot be read, and then nothing was carried out; or at the first statement that
     *     cannot be carried out, and then those before it have been
     */
    public void execute(String script, Map<String, String> properties, Consumer<Outcome> host) {
        for (ParsedStatement parsed : parser.parse(script)) {
            host.accept(execute(parsed.statement(), parsed.text(), properties));
        }
    }

    /** As {@link #execute(String, Map, Consumer)}, for those to whom a script that fails is of no use. */
    public List<Outcome> execute(String script, Map<String, String> properties) {
        List<Outcome> outcomes = new ArrayList<>();
        execute(script, properties, outcomes::add);
        return outcomes;
    }

    /**
     * Carries out a statement; when it is refused, nothing has changed.
     *
     * @param text the statement's own text, which the catalog keeps
     * @throws SqlException when it cannot be carried out, with the reason
     */
    public synchronized Outcome execute(Statement statement, String text, Map<String, String> properties) {
        Step step = located(statement, text, properties);
        state = step.state();
        return step.outcome();
    }

    /** What names no place, such as a format that there is not, is told with that of the statement. */
    private Step located(Statement statement, String text, Map<String, String> properties) {
        try {
            return step(statement, text, properties);
        } catch (SqlException e) {
            if (e.position().isKnown()) {
                throw e;
            }
            SqlException located = new SqlException(statement.position(), e.problem());
            located.initCause(e);
            throw located;
        }
    }

    private Step step(Statement statement, String text, Map<String, String> properties) {
        if (statement instanceof Statement.CreateSource create) {
            return sourceStatements.create(create, text, state, sources(properties));
        } else if (statement instanceof Statement.AlterSource alter) {
            return sourceStatements.alter(alter, text, state, sources(properties));
        } else if (statement instanceof Statement.Drop drop) {
            return sourceStatements.drop(drop, state);
        } else if (statement instanceof Statement.CreateAsSelect create) {
            return queryStatements.create(create, text, state, properties);
        } else if (statement instanceof Statement.InsertIntoSelect insert) {
            return queryStatements.insert(insert, text, state, properties);
        } else if (statement instanceof Statement.Select select) {
            return queryStatements.select(select, state, properties);
        } else if (statement instanceof Statement.ControlQuery control) {
            return QueryControl.carryOut(control, state);
        } else if (statement instanceof Statement.InsertValues insert) {
            return rowStatements.insert(insert, state, compiler());
        } else if (statement instanceof Statement.Delete delete) {
            return rowStatements.delete(delete, state, compiler());
        } else if (statement instanceof Statement.CreateType create) {
            return TypeStatements.create(create, state);
        } else if (statement instanceof Statement.DropType drop) {
            return TypeStatements.drop(drop, state);
        }
        return modelStep(statement, properties);
    }

    private Step modelStep(Statement statement, Map<String, String> properties) {
        if (statement instanceof Statement.CreateModel create) {
            return ModelStatements.create(create, state, queryStatements.planner(state, properties));
        } else if (statement instanceof Statement.DropModel drop) {
            return ModelStatements.drop(drop, state);
        }
        return new Step(state, answer(statement, properties));
    }

    /**
     * Takes in the model that {@link Outcome.Fit} wanted, so that statements find it; queries that run keep the one they were
     * started with.
     *
     * @throws SqlException when meanwhile there is a model of this name, and it was not to be replaced
     * @throws IllegalArgumentException when the model is of another label or of other features
     */
    public synchronized Outcome install(Outcome.Fit fit, Model model) {
        Step step = ModelStatements.install(fit, model, state);
        state = step.state();
        return step.outcome();
    }

    private SourceAnalyser sources(Map<String, String> properties) {
        return new SourceAnalyser(formats, types()::resolve, properties);
    }

    private TypeResolver types() {
        return new TypeResolver(state.declarations().types());
    }

    private ExpressionCompiler compiler() {
        return new ExpressionCompiler(
                functions, state.declarations().types(), state.declarations().models());
    }

    private Outcome answer(Statement statement, Map<String, String> properties) {
        if (statement instanceof Statement.Show show) {
            return show(show, properties);
        } else if (statement instanceof Statement.DescribeSource describe) {
            DataSource source =
                    SourceStatements.Existing.require(describe.position(), describe.name(), state.declarations());
            return describe.extended() ? Listings.describeExtended(source, state) : Listings.describe(source, state);
        } else if (statement instanceof Statement.DescribeAll describe) {
            return Listings.describeAll(describe.kind(), describe.extended(), state);
        } else if (statement instanceof Statement.DescribeFunction describe) {
            return Listings.describe(Optional.of(Prediction.describe())
                    .filter(prediction -> Prediction.is(describe.name()))
                    .or(() -> functions.describe(describe.name()))
                    .orElseThrow(() -> new SqlException(
                            describe.position(),
                            "There is no function " + describe.name() + "."
                                    + Suggestions.didYouMean(
                                            describe.name(),
                                            functions.functions().stream()
                                                    .map(FunctionDescription::name)
                                                    .toList())
                                    + " SHOW FUNCTIONS lists them.")));
        } else if (statement instanceof Statement.ExplainStatement explain) {
            return queryStatements.explain(explain.statement(), state, properties);
        } else if (statement instanceof Statement.ExplainQuery explain) {
            return QueryStatements.explain(explain, state);
        }
        return new Outcome.ForHost(statement);
    }

    private Outcome show(Statement.Show show, Map<String, String> properties) {
        return switch (show.what()) {
            case STREAMS -> Listings.sources(state, Statement.SourceKind.STREAM);
            case TABLES -> Listings.sources(state, Statement.SourceKind.TABLE);
            case QUERIES -> Listings.queries(state);
            case TYPES -> Listings.types(state);
            case MODELS -> ModelStatements.list(state);
            case FUNCTIONS -> Listings.functions(functions);
            case PROPERTIES -> Listings.properties(properties);
            default -> new Outcome.ForHost(show);
        };
    }

    /** What the engine knows now. */
    public synchronized Snapshot snapshot() {
        return Snapshot.of(state);
    }

    /** Makes the engine know this and nothing else, such as what a copy made of it. */
    public synchronized void restore(Snapshot snapshot) {
        state = snapshot.state();
    }

    /** A copy that goes its own way, to try statements on. */
    public synchronized Engine fork(Topics topics, InstantSource clock) {
        return new Engine(functions, formats, topics, clock, state);
    }
}
