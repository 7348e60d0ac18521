package io.nrtstreams.shell.dry;

import io.nrtstreams.shell.text.Screen.Kind;
import io.nrtstreams.shell.text.TableLayout.Heading;
import io.nrtstreams.shell.view.Block;
import io.nrtstreams.sql.analysis.PlanPrinter;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.parser.ParsedStatement;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Understands statements without a server: what would be declared, and how queries would be run. Nothing is read or written.
 * Topics that are not made by a statement are taken for granted. Not thread-safe.
 */
public final class DryRun {

    private final AssumedTopics topics = new AssumedTopics();
    private final Engine engine;

    /** @param clock gives ROWTIME to inserted rows */
    public DryRun(InstantSource clock) {
        List<Format> registryFormats = RegistryFormats.of(new InMemorySchemaRegistry());
        Formats formats = Formats.withoutRegistry().with(registryFormats.toArray(Format[]::new));
        this.engine = Engine.create(FunctionRegistry.builtIn(), formats, topics, clock);
    }

    /**
     * What a statement would do.
     *
     * @throws io.nrtstreams.sql.SqlException when it could not be carried out
     */
    public List<Block> run(ParsedStatement parsed, Map<String, String> properties) {
        if (parsed.statement() instanceof Statement.CreateSource create) {
            topics.assumeFor(create);
        }
        return blocks(engine.execute(parsed.statement(), parsed.text(), properties));
    }

    private List<Block> blocks(Outcome outcome) {
        if (outcome instanceof Outcome.Declared declared) {
            return source(declared.source());
        } else if (outcome instanceof Outcome.Started started) {
            return started(started.query());
        } else if (outcome instanceof Outcome.Push push) {
            return push(push.plan());
        } else if (outcome instanceof Outcome.Fit fit) {
            return fit(fit);
        } else if (outcome instanceof Outcome.Listing listing) {
            return List.of(new Block.Table(
                    listing.headings().stream().map(Heading::of).toList(), listing.rows(), "There are none."));
        } else if (outcome instanceof Outcome.Text text) {
            return List.of(new Block.Text(Kind.PLAIN, text.text()));
        }
        return List.of(new Block.Text(Kind.NOTE, sentence(outcome)));
    }

    private static String sentence(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.message();
        } else if (outcome instanceof Outcome.Terminated terminated) {
            return "Would end " + ids(terminated.queries()) + ".";
        } else if (outcome instanceof Outcome.Paused paused) {
            return "Would hold " + ids(paused.queries()) + ".";
        } else if (outcome instanceof Outcome.Resumed resumed) {
            return "Would let " + ids(resumed.queries()) + " go on.";
        } else if (outcome instanceof Outcome.Produced produced) {
            return "Would write a record to the topic " + produced.record().topic() + ".";
        } else if (outcome instanceof Outcome.ForHost host
                && host.statement() instanceof Statement.CreateConnector create) {
            return "Would have a Connect worker check and create the "
                    + create.kind().name().toLowerCase(Locale.ROOT) + " connector " + create.name() + ".";
        }
        return "Only a server can do this; it was read and nothing is wrong with its form.";
    }

    private static String ids(List<PersistentQuery> queries) {
        return queries.isEmpty()
                ? "no query"
                : String.join(", ", queries.stream().map(PersistentQuery::id).toList());
    }

    private List<Block> source(DataSource source) {
        String topic = source.layout().topic();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                Kind.HEAD,
                source.kind() + " " + source.name() + " over the topic " + topic
                        + (topics.isAssumed(topic) ? ", which is taken for granted" : "")));
        blocks.add(schema(source.schema(), source.isTable()));
        return blocks;
    }

    private List<Block> started(PersistentQuery query) {
        List<Block> blocks = new ArrayList<>();
        engine.catalog().source(query.sink()).ifPresent(sink -> blocks.addAll(source(sink)));
        blocks.add(new Block.Text(Kind.HEAD, "Query " + query.id()));
        blocks.add(plan(query.plan()));
        return blocks;
    }

    /** Whoever asks gets what was selected, and no key beside it. */
    private static List<Block> push(QueryPlan plan) {
        Schema selected = Schema.of(List.of(), plan.root().schema().value());
        return List.of(new Block.Text(Kind.HEAD, "Rows as they come"), schema(selected, false), plan(plan));
    }

    private static List<Block> fit(Outcome.Fit fit) {
        return List.of(
                new Block.Text(
                        Kind.HEAD,
                        "Model " + fit.name() + " of type " + fit.plan().type().name() + " for "
                                + fit.plan().label() + " from "
                                + String.join(", ", fit.plan().features())),
                plan(fit.plan().query()),
                new Block.Text(
                        Kind.FAINT, "It is fitted by a server; statements that use it cannot be understood here."));
    }

    private static Block plan(QueryPlan plan) {
        return new Block.Text(Kind.PLAIN, PlanPrinter.print(plan) + System.lineSeparator() + Stages.of(plan));
    }

    private static Block schema(Schema schema, boolean isTable) {
        List<List<String>> rows = new ArrayList<>();
        for (Column column : schema.columns()) {
            String key = isTable ? "primary key" : "key";
            rows.add(List.of(column.name(), column.type().toString(), schema.isKey(column.name()) ? key : ""));
        }
        return new Block.Table(
                List.of(Heading.of("Column"), Heading.of("Type"), Heading.of("")), rows, "It has no columns.");
    }
}
