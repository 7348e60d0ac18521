package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.SourceAnalyser;
import io.nrtstreams.sql.analysis.SourceOptions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.catalog.Declarations;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.AlterSource;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.tree.Statement.Drop;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** CREATE over a topic, ALTER and DROP of streams and tables. */
final class SourceStatements {

    private final Topics topics;

    SourceStatements(Topics topics) {
        this.topics = topics;
    }

    Step create(CreateSource statement, String text, EngineState state, SourceAnalyser analyser) {
        requireNoReplacingSource(statement);
        Optional<DataSource> existing = state.declarations().source(statement.name());
        if (existing.isPresent() && statement.ifNotExists()) {
            return new Step(state, new Outcome.Done(statement.name() + " exists already; nothing was done."));
        }
        existing.ifPresent(source -> requireReplaceable(statement, source));
        SourceOptions options = SourceOptions.parse(statement.properties(), SourceOptions.Place.SOURCE);
        if (options.location().isPresent()) {
            return declared(
                    state,
                    analyser.analyseObjects(
                            statement, options, options.location().get(), text));
        }
        String topic = options.topic()
                .orElseThrow(() -> new SqlException(
                        statement.position(),
                        "KAFKA_TOPIC is missing: add it to the WITH clause, KAFKA_TOPIC='name'."));
        DataSource source =
                analyser.analyse(statement, options, partitions(statement.position(), topic, options), text);
        existing.ifPresent(old -> SourceChanges.requireCompatible(statement.position(), old, source));
        ensureTopic(topic, options);
        return declared(state, source);
    }

    private static void requireNoReplacingSource(CreateSource statement) {
        if (statement.readOnly() && statement.orReplace()) {
            throw new SqlException(
                    statement.position(),
                    "OR REPLACE is not for SOURCE streams and tables, which are read only. Drop " + statement.name()
                            + " and create it anew.");
        }
    }

    private static Step declared(EngineState state, DataSource source) {
        Declarations changed = state.declarations().with(source);
        return new Step(state.with(changed), new Outcome.Declared(source));
    }

    private static void requireReplaceable(CreateSource statement, DataSource existing) {
        Existing.requireOrReplace(statement.position(), existing, statement.kind(), statement.orReplace());
        if (existing.readOnly()) {
            throw new SqlException(
                    statement.position(),
                    existing.name() + " is a SOURCE " + existing.kind() + ", which cannot be replaced. Drop it first.");
        }
        if (existing.createdBy().isPresent()) {
            throw new SqlException(
                    statement.position(),
                    existing.name() + " was made by the query "
                            + existing.createdBy().get() + ", so only CREATE OR REPLACE … AS SELECT can replace it.");
        }
    }

    private int partitions(Position position, String topic, SourceOptions options) {
        OptionalInt existing = topics.partitions(topic);
        if (existing.isPresent()) {
            requireSame(position, topic, existing.getAsInt(), options);
            return existing.getAsInt();
        }
        return options.partitions()
                .orElseThrow(() -> new SqlException(
                        position,
                        "The topic '" + topic
                                + "' does not exist. Name an existing one in KAFKA_TOPIC, or add PARTITIONS to"
                                + " have it made."));
    }

    private static void requireSame(Position position, String topic, int existing, SourceOptions options) {
        if (options.partitions().isPresent() && options.partitions().get() != existing) {
            throw new SqlException(
                    position,
                    "The topic '" + topic + "' exists and has " + existing + " partitions, not "
                            + options.partitions().get() + ". Leave PARTITIONS out.");
        }
    }

    private void ensureTopic(String topic, SourceOptions options) {
        if (topics.partitions(topic).isEmpty()) {
            topics.create(topic, options.partitions().orElseThrow(), options.replicas(), options.retention());
        }
    }

    Step alter(AlterSource statement, String text, EngineState state, SourceAnalyser analyser) {
        DataSource source = find(statement.position(), statement.name(), statement.kind(), state);
        if (source.readOnly()) {
            throw new SqlException(
                    statement.position(),
                    source.name() + " is a SOURCE " + statement.kind() + " and cannot be altered.");
        }
        if (source.createdBy().isPresent()) {
            throw new SqlException(
                    statement.position(),
                    source.name() + " was made by the query "
                            + source.createdBy().get() + "; change it with CREATE OR REPLACE … AS SELECT.");
        }
        return declared(state, analyser.withColumns(source, statement, text));
    }

    Step drop(Drop statement, EngineState state) {
        if (statement.ifExists()
                && state.declarations().source(statement.name()).isEmpty()) {
            return new Step(state, new Outcome.Done(statement.name() + " does not exist; nothing was done."));
        }
        DataSource source = find(statement.position(), statement.name(), statement.kind(), state);
        requireUnused(statement.position(), source, state);
        if (statement.deleteTopic()) {
            requireOwnTopic(statement.position(), source, state);
        }
        List<PersistentQuery> ended = state.makerOf(source.name()).map(List::of).orElse(List.of());
        if (statement.deleteTopic()) {
            topics.delete(source.layout().topic());
        }
        EngineState changed = state.without(ended).with(state.declarations().without(source.name()));
        return new Step(
                changed,
                ended.isEmpty() ? new Outcome.Done(source.name() + " was dropped.") : new Outcome.Terminated(ended));
    }

    private static void requireOwnTopic(Position position, DataSource source, EngineState state) {
        if (source.readOnly()) {
            throw new SqlException(
                    position,
                    "The topic of the SOURCE " + source.kind() + " " + source.name()
                            + " is read only. Leave DELETE TOPIC out.");
        }
        String topic = source.layout().topic();
        for (DataSource other : state.declarations().sources()) {
            if (other.layout().topic().equals(topic) && !other.name().equals(source.name())) {
                throw new SqlException(
                        position,
                        "The topic '" + topic + "' is also that of " + other.name()
                                + ". Drop it first, or leave DELETE TOPIC out.");
            }
        }
    }

    private static void requireUnused(Position position, DataSource source, EngineState state) {
        List<String> users = new ArrayList<>(state.readersOf(source.name()));
        users.addAll(state.writersOf(source.name()));
        if (!users.isEmpty()) {
            throw new SqlException(
                    position,
                    source.name() + " is in use by " + String.join(", ", users) + ". TERMINATE these queries first.");
        }
    }

    private static DataSource find(Position position, String name, SourceKind kind, EngineState state) {
        DataSource source = Existing.require(position, name, state.declarations());
        if (source.kind() != kind) {
            throw new SqlException(
                    position,
                    name + " is a " + source.kind().name().toLowerCase(Locale.ROOT) + ", not a "
                            + kind.name().toLowerCase(Locale.ROOT) + ".");
        }
        return source;
    }

    /** Finds streams and tables that must or must not be there. */
    static final class Existing {

        private Existing() {}

        static DataSource require(Position position, String name, Declarations declarations) {
            return declarations
                    .source(name)
                    .orElseThrow(() -> new SqlException(
                            position,
                            "There is no stream or table " + name + "."
                                    + Suggestions.didYouMean(
                                            name,
                                            declarations.sources().stream()
                                                    .map(DataSource::name)
                                                    .toList())));
        }

        static void requireOrReplace(Position position, DataSource existing, SourceKind kind, boolean orReplace) {
            if (!orReplace) {
                throw new SqlException(
                        position,
                        "There is already a " + existing.kind().name().toLowerCase(Locale.ROOT) + " " + existing.name()
                                + ". Choose another name, drop it, or use CREATE OR REPLACE.");
            }
            if (existing.kind() != kind) {
                throw new SqlException(
                        position,
                        existing.name() + " is a " + existing.kind().name().toLowerCase(Locale.ROOT)
                                + ", and OR REPLACE" + " cannot change that. Drop it first.");
            }
        }
    }
}
