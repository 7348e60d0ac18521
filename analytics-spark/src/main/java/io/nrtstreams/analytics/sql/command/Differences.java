package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.analytics.sql.command.ObjectKey.Kind;
import io.nrtstreams.analytics.sql.command.Stored.Origin;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.engine.Snapshot;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.type.SqlType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a statement changed, by what the engine knew before and after it. */
public final class Differences {

    private final Contents before;
    private final Snapshot after;
    private final Statement statement;
    private final Map<ObjectKey, Optional<Stored>> changes = new LinkedHashMap<>();

    private Differences(Contents before, Snapshot after, Statement statement) {
        this.before = before;
        this.after = after;
        this.statement = statement;
    }

    /**
     * The statement that is carried out.
     *
     * @param properties of its session
     * @param server that carries it out
     */
    public record Statement(String text, Map<String, String> properties, String server, Instant at) {
        public Statement {
            properties = Map.copyOf(properties);
        }
    }

    /** The command that makes {@code after} of what there was before; it may change nothing. */
    public static Command between(Contents before, Snapshot after, Statement statement) {
        return new Differences(before, after, statement).command();
    }

    /** The command that sets a property of the server. */
    public static Command setting(Contents before, String name, String value, Statement statement) {
        Differences differences = new Differences(before, before.snapshot(), statement);
        ObjectKey key = new ObjectKey(Kind.SETTING, name);
        differences.changes.put(key, Optional.of(new Stored.Setting(differences.origin(key), value)));
        return differences.numbered();
    }

    private Command command() {
        Snapshot old = before.snapshot();
        compare(
                Kind.SOURCE,
                byName(List.copyOf(old.declarations().sources()), DataSource::name),
                byName(List.copyOf(after.declarations().sources()), DataSource::name),
                (origin, source) -> new Stored.Source(origin, source));
        compare(
                Kind.TYPE,
                old.declarations().types(),
                after.declarations().types(),
                (origin, type) -> new Stored.Type(origin, type));
        compare(
                Kind.MODEL,
                byName(old.declarations().models().all(), NamedModel::name),
                byName(after.declarations().models().all(), NamedModel::name),
                (origin, model) -> new Stored.Fitted(origin, model));
        compare(
                Kind.QUERY,
                byName(old.queries(), PersistentQuery::id),
                byName(after.queries(), PersistentQuery::id),
                this::query);
        return numbered();
    }

    private Command numbered() {
        return new Command(before.sequence() + 1, after.nextNumber(), statement.text(), changes);
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream()
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }

    private <T> void compare(
            Kind kind, Map<String, T> old, Map<String, T> changed, BiFunction<Origin, T, Stored> stored) {
        for (String name : old.keySet()) {
            if (!changed.containsKey(name)) {
                changes.put(new ObjectKey(kind, name), Optional.empty());
            }
        }
        changed.forEach((name, thing) -> {
            if (!thing.equals(old.get(name))) {
                ObjectKey key = new ObjectKey(kind, name);
                changes.put(key, Optional.of(stored.apply(origin(key), thing)));
            }
        });
    }

    private Origin origin(ObjectKey key) {
        long sequence = before.sequence() + 1;
        return new Origin(
                before.find(key).map(thing -> thing.origin().first()).orElse(sequence),
                sequence,
                statement.text(),
                statement.server(),
                statement.at());
    }

    /** A query that is only held, or goes on, keeps the session and the statement that started it. */
    private Stored query(Origin origin, PersistentQuery query) {
        Optional<Stored.Query> running = before.query(query.id())
                .filter(stored -> stored.query().plan().equals(query.plan())
                        && stored.query().statement().equals(query.statement()));
        Map<String, SqlType> types = running.map(Stored.Query::types)
                .orElseGet(() -> after.declarations().types());
        Map<String, String> properties = running.map(Stored.Query::properties).orElseGet(statement::properties);
        return new Stored.Query(
                running.map(stored -> keptStatement(stored.origin(), origin)).orElse(origin), query, types, properties);
    }

    private static Origin keptStatement(Origin started, Origin now) {
        return new Origin(started.first(), now.last(), started.statement(), now.server(), now.at());
    }
}
