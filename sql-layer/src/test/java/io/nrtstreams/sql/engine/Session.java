package io.nrtstreams.sql.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.host.DirectQueries;
import io.nrtstreams.sql.host.ModelFitting;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.RegistryException;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.tree.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An engine and what a host does for it, in memory: statements are carried out, rows inserted go through the queries. */
public final class Session {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();

    public final InMemoryTopics topics = new InMemoryTopics();
    public final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    public final Set<String> refusedSubjects = new HashSet<>();
    public final Formats formats =
            Formats.withoutRegistry().with(RegistryFormats.of(refusing()).toArray(Format[]::new));
    public final Engine engine = Engine.create(FUNCTIONS, formats, topics, () -> Instant.ofEpochMilli(1000));
    public final Map<String, String> properties = new LinkedHashMap<>();
    public final List<ProcessingLog.Entry> log = new ArrayList<>();
    private final DirectQueries queries = new DirectQueries();
    private final List<TopicRecord> records = new ArrayList<>();

    /** A session whose broker has these topics of one partition. */
    public static Session withTopics(String... names) {
        Session session = new Session();
        for (String name : names) {
            session.topics.create(name, 1, Optional.empty(), Optional.empty());
        }
        return session;
    }

    private SchemaRegistry refusing() {
        return new SchemaRegistry() {
            @Override
            public Optional<RegisteredSchema> latest(String subject) {
                return registry.latest(subject);
            }

            @Override
            public Optional<RegisteredSchema> byId(int id) {
                return registry.byId(id);
            }

            @Override
            public int register(String subject, SchemaText schema) {
                if (refusedSubjects.contains(subject)) {
                    throw new RegistryException("the subject " + subject + " is refused");
                }
                return registry.register(subject, schema);
            }
        };
    }

    /** Carries a script out, and gives what came of its last statement. */
    public Outcome run(String script) {
        List<Outcome> outcomes = new ArrayList<>();
        engine.execute(script, properties, outcome -> {
            outcomes.add(outcome);
            take(outcome);
        });
        return outcomes.get(outcomes.size() - 1);
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Started started) {
            queries.add(DirectHost.start(
                    started.query().plan(), FUNCTIONS, formats, engine.catalog().types(), log::add));
        } else if (outcome instanceof Outcome.Produced produced) {
            feed(produced.record());
        } else if (outcome instanceof Outcome.Fit fit) {
            fit(fit);
        } else if (outcome instanceof Outcome.ForHost other && other.statement() instanceof Statement.SetProperty set) {
            properties.put(set.key(), set.value());
        }
    }

    public Outcome fit(Outcome.Fit fit) {
        ModelFitting fitting = ModelFitting.of(fit.plan(), log::add);
        DirectHost host = DirectHost.start(
                fit.plan().query(), FUNCTIONS, formats, engine.catalog().types(), log::add);
        records.forEach(record -> host.processRows(record, fitting::accept));
        return engine.install(fit, fitting.fit());
    }

    public void feed(TopicRecord record) {
        records.add(record);
        queries.process(record, records::add);
    }

    /** The records of a topic as {@code key -> value @time}. */
    public List<String> records(String topic) {
        return records.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> text(record.key()) + " -> " + text(record.value()) + " @" + record.timestamp())
                .toList();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, UTF_8);
    }

    /** The rows of what SHOW or DESCRIBE lists. */
    public List<List<String>> rows(String statement) {
        return ((Outcome.Listing) run(statement)).rows();
    }

    public String text(String statement) {
        return ((Outcome.Text) run(statement)).text();
    }
}
