package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.catalog.Declarations;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.engine.Snapshot;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a log says: all things after its last command. Immutable.
 *
 * @param sequence of the last command; 0 when there was none
 * @param nextNumber how many queries were ever started
 * @param things in the order in which they were made
 */
public record Contents(long sequence, int nextNumber, Map<ObjectKey, Stored> things) {

    private static final Comparator<Map.Entry<ObjectKey, Stored>> BY_AGE =
            Comparator.<Map.Entry<ObjectKey, Stored>>comparingLong(
                            thing -> thing.getValue().origin().first())
                    .thenComparing(thing -> thing.getKey().kind())
                    .thenComparing(thing -> thing.getKey().name());

    static final Contents EMPTY = new Contents(0, 0, Map.of());

    public Contents {
        Map<ObjectKey, Stored> ordered = new LinkedHashMap<>();
        things.entrySet().stream().sorted(BY_AGE).forEach(thing -> ordered.put(thing.getKey(), thing.getValue()));
        things = Collections.unmodifiableMap(ordered);
    }

    /** After a command, which may have been seen before. */
    public Contents after(Command command) {
        Map<ObjectKey, Stored> changed = new LinkedHashMap<>(things);
        command.changes().forEach((key, thing) -> {
            if (thing.isPresent()) {
                changed.put(key, thing.get());
            } else {
                changed.remove(key);
            }
        });
        return new Contents(
                Math.max(sequence, command.sequence()), Math.max(nextNumber, command.nextNumber()), changed);
    }

    /** The thing of this key. */
    public Optional<Stored> find(ObjectKey key) {
        return Optional.ofNullable(things.get(key));
    }

    /** The query of this id. */
    public Optional<Stored.Query> query(String id) {
        return find(new ObjectKey(ObjectKey.Kind.QUERY, id)).map(Stored.Query.class::cast);
    }

    /** The queries in the order of their start. */
    public List<Stored.Query> queries() {
        return things.values().stream()
                .filter(Stored.Query.class::isInstance)
                .map(Stored.Query.class::cast)
                .toList();
    }

    /** What ALTER SYSTEM set. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        things.forEach((key, thing) -> {
            if (thing instanceof Stored.Setting setting) {
                settings.put(key.name(), setting.value());
            }
        });
        return settings;
    }

    /** What an engine knows of it. */
    public Snapshot snapshot() {
        Declarations declarations = Declarations.none();
        for (Map.Entry<ObjectKey, Stored> thing : things.entrySet()) {
            declarations = with(declarations, thing.getKey(), thing.getValue());
        }
        List<PersistentQuery> queries =
                queries().stream().map(Stored.Query::query).toList();
        return new Snapshot(declarations, queries, nextNumber);
    }

    private static Declarations with(Declarations declarations, ObjectKey key, Stored thing) {
        if (thing instanceof Stored.Source source) {
            return declarations.with(source.source());
        } else if (thing instanceof Stored.Type type) {
            return declarations.withType(key.name(), type.type());
        } else if (thing instanceof Stored.Fitted fitted) {
            return declarations.with(fitted.model());
        }
        return declarations;
    }
}
