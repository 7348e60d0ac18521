package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.SourceOptions.FormatOptions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Format.Ability;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.InferringFormat;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.AlterSource;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a stream or table over a topic out of its CREATE statement. Thread-safe. */
public final class SourceAnalyser {

    private final Formats formats;
    private final Function<TypeName, SqlType> types;
    private final Map<String, String> properties;

    /**
     * An analyser.
     *
     * @param types resolves the names of types
     * @param properties of the session: the default formats
     */
    public SourceAnalyser(Formats formats, Function<TypeName, SqlType> types, Map<String, String> properties) {
        this.formats = formats;
        this.types = types;
        this.properties = Map.copyOf(properties);
    }

    /**
     * The stream or table that the statement declares.
     *
     * @param partitions of the topic
     * @throws SqlException when it cannot be
     */
    public DataSource analyse(CreateSource statement, SourceOptions options, int partitions, String text) {
        DeclaredColumns columns = DeclaredColumns.of(statement.columns(), statement.kind(), types);
        Position position = statement.position();
        String topic = options.topic()
                .orElseThrow(() -> new SqlException(position, "KAFKA_TOPIC is missing: add WITH (KAFKA_TOPIC='…')."));
        FormatSpec keySpec = keyFormat(options);
        FormatSpec toldValueSpec = valueFormat(statement, options);
        Format keyFormat = FormatRules.find(position, formats, keySpec);
        Format valueFormat = FormatRules.find(position, formats, toldValueSpec);
        FormatSpec valueSpec = orSessionWrapping(toldValueSpec, valueFormat, columns.value());
        requireOneSource(position, columns.key(), options.key(), Part.KEY);
        requireOneSource(position, columns.value(), options.value(), Part.VALUE);
        List<Column> key = orRegistered(position, columns.key(), keyFormat, keySpec, Part.KEY, topic);
        List<Column> value = orRegistered(position, columns.value(), valueFormat, valueSpec, Part.VALUE, topic);
        requireDistinct(position, key, value);
        requireColumns(statement, key, value, columns);
        requireKeyFormat(position, keySpec, key);
        requireKeyOfWindow(position, options, key);
        FormatRules.check(position, keyFormat, keySpec, key, Part.KEY);
        FormatRules.check(position, valueFormat, valueSpec, value, Part.VALUE);
        Schema schema =
                new Schema(key, value, columns.headers(), options.window().isPresent());
        options.timestamp().ifPresent(timestamp -> TimestampRules.check(position, timestamp, schema));
        return new DataSource(
                statement.name(),
                statement.kind(),
                new TopicLayout(topic, schema, keySpec, valueSpec, options.window(), options.timestamp()),
                partitions,
                statement.readOnly(),
                Optional.empty(),
                text);
    }

    /**
     * The stream or table over objects that the statement declares.
     *
     * @param location where the objects lie
     * @throws SqlException when it cannot be
     */
    public DataSource analyseObjects(CreateSource statement, SourceOptions options, String location, String text) {
        return ObjectSources.analyse(
                statement, DeclaredColumns.of(statement.columns(), statement.kind(), types), options, location, text);
    }

    private FormatSpec keyFormat(SourceOptions options) {
        return options.key()
                .or(properties.getOrDefault(PlanningProperties.DEFAULT_KEY_FORMAT, "KAFKA"), Optional.empty());
    }

    private FormatSpec valueFormat(CreateSource statement, SourceOptions options) {
        String otherwise = properties.getOrDefault(PlanningProperties.DEFAULT_VALUE_FORMAT, "");
        if (options.value().name().isEmpty() && otherwise.isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    "VALUE_FORMAT is missing: add it to the WITH clause, such as VALUE_FORMAT='JSON'.");
        }
        return options.value().or(otherwise, options.wrapSingleValue());
    }

    /** The session's own way with values of one column, where the statement says nothing and the format can. */
    private FormatSpec orSessionWrapping(FormatSpec spec, Format format, List<Column> value) {
        String wrap = properties.get(PlanningProperties.WRAP_SINGLE_VALUES);
        if (wrap == null || spec.wrapSingle().isPresent() || value.size() != 1) {
            return spec;
        }
        boolean wrapped = Boolean.parseBoolean(wrap);
        boolean able = format.abilities().contains(wrapped ? Ability.WRAP_SINGLE : Ability.UNWRAP_SINGLE);
        return able ? new FormatSpec(spec.name(), spec.properties(), Optional.of(wrapped)) : spec;
    }

    private static void requireColumns(
            CreateSource statement, List<Column> key, List<Column> value, DeclaredColumns columns) {
        if (statement.kind() == SourceKind.TABLE && key.isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    "The table " + statement.name()
                            + " has no key: write PRIMARY KEY after the type of its key column.");
        }
        if (value.isEmpty() && key.isEmpty() && columns.headers().isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    statement.name() + " has no columns: list them after its name, or use a format whose schema is in a"
                            + " registry.");
        }
    }

    private static void requireKeyOfWindow(Position position, SourceOptions options, List<Column> key) {
        if (options.window().isPresent() && key.isEmpty()) {
            throw new SqlException(
                    position,
                    "WINDOW_TYPE says that keys are windowed, but there is no key column. Declare one, or leave it out.");
        }
    }

    private static void requireKeyFormat(Position position, FormatSpec spec, List<Column> key) {
        if (spec.name().equals("NONE") && !key.isEmpty()) {
            throw new SqlException(
                    position,
                    "KEY_FORMAT NONE holds no columns, but " + key.get(0).name() + " is a key column. Choose another"
                            + " KEY_FORMAT, or move the column to the value.");
        }
        for (Column column : key) {
            DeclaredColumns.requireKeyType(position, column);
        }
    }

    /** The declared columns, or where there are none those of the schema in the registry. */
    private static List<Column> orRegistered(
            Position position, List<Column> declared, Format format, FormatSpec spec, Part part, String topic) {
        if (!declared.isEmpty() || !(format instanceof InferringFormat inferring)) {
            return declared;
        }
        try {
            return inferring.columns(spec, part, topic);
        } catch (SqlException e) {
            throw new SqlException(position, e.problem());
        }
    }

    private static void requireOneSource(Position position, List<Column> declared, FormatOptions options, Part part) {
        if (!declared.isEmpty() && options.schemaId().isPresent()) {
            throw new SqlException(
                    position,
                    part + "_SCHEMA_ID names a schema, and columns of the "
                            + part.name().toLowerCase(Locale.ROOT) + " are declared too. Leave one out.");
        }
    }

    private static void requireDistinct(Position position, List<Column> key, List<Column> value) {
        for (Column column : key) {
            if (value.stream().anyMatch(other -> other.name().equals(column.name()))) {
                throw new SqlException(
                        position,
                        "Key and value both have a column " + column.name()
                                + ". Declare the columns of one of them under" + " other names.");
            }
        }
    }

    /**
     * The stream or table with further value columns.
     *
     * @throws SqlException when a column cannot be added
     */
    public DataSource withColumns(DataSource source, AlterSource statement, String text) {
        DeclaredColumns added = DeclaredColumns.of(statement.added(), statement.kind(), types);
        if (!added.key().isEmpty() || !added.headers().isEmpty()) {
            throw new SqlException(statement.position(), "ALTER can only add value columns, no keys and no headers.");
        }
        for (Column column : added.value()) {
            if (source.schema().find(column.name()).isPresent()) {
                throw new SqlException(
                        statement.position(), source.name() + " already has a column " + column.name() + ".");
            }
        }
        List<Column> value = new ArrayList<>(source.schema().value());
        value.addAll(added.value());
        TopicLayout layout = source.layout();
        Schema schema = new Schema(
                source.schema().key(),
                value,
                source.schema().headers(),
                source.schema().windowed());
        FormatRules.check(
                statement.position(),
                formats.find(layout.valueFormat().name()),
                layout.valueFormat(),
                value,
                Part.VALUE);
        return new DataSource(
                source.name(),
                source.kind(),
                new TopicLayout(
                        layout.topic(),
                        schema,
                        layout.keyFormat(),
                        layout.valueFormat(),
                        layout.window(),
                        layout.timestamp()),
                source.partitions(),
                source.readOnly(),
                source.createdBy(),
                source.statement() + System.lineSeparator() + text);
    }
}
