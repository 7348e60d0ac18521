package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.SourceOptions.FormatOptions;
import io.nrtstreams.sql.format.Format.Ability;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.CreateAsSelect;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the topic that AS SELECT writes: what the WITH clause says, and what is inherited from the leftmost source. */
final class SinkPlanner {

    /** What a format keeps when it is inherited; ids and names of schemas belong to one topic. */
    private static final Set<String> INHERITED = Set.of("DELIMITER", "PROTOBUF_NULLABLE_REPRESENTATION");

    private static final String NONE = "NONE";
    private static final String DEFAULT_KEY_FORMAT = "KAFKA";

    private final Formats formats;
    private final Map<String, String> properties;

    SinkPlanner(Formats formats, Map<String, String> properties) {
        this.formats = formats;
        this.properties = properties;
    }

    Sink plan(CreateAsSelect statement, SourceOptions options, Input result) {
        Position position = statement.position();
        Schema schema = result.node().schema();
        checkKind(statement, result);
        if (schema.value().isEmpty()) {
            throw new SqlException(
                    position,
                    "All columns of the result are its key, so there is no value to write. Select another column, or a copy"
                            + " of the key with AS_VALUE.");
        }
        if (options.retention().isPresent() && result.isTable() && !schema.windowed()) {
            throw new SqlException(
                    position,
                    "RETENTION_MS would drop rows of a table that are still valid. Leave it out; only windowed tables may"
                            + " have it.");
        }
        options.timestamp().ifPresent(column -> TimestampRules.check(position, column, schema));
        FormatSpec key = keyFormat(options.key(), result);
        FormatSpec value = valueFormat(options, result);
        FormatRules.check(position, FormatRules.find(position, formats, key), key, schema.key(), Part.KEY);
        FormatRules.check(position, FormatRules.find(position, formats, value), value, schema.value(), Part.VALUE);
        String topic = options.topic()
                .orElseGet(() -> properties.getOrDefault(PlanningProperties.TOPIC_NAME_PREFIX, "") + statement.name());
        TopicLayout layout = new TopicLayout(
                topic, schema, key, value, schema.windowed() ? result.window() : Optional.empty(), options.timestamp());
        return new Sink(statement.name(), layout, result.isTable());
    }

    private static void checkKind(CreateAsSelect statement, Input result) {
        if (statement.kind() == SourceKind.STREAM && result.isTable()) {
            throw new SqlException(
                    statement.position(),
                    "The query gives a table, since it reads a table or aggregates. Use CREATE TABLE "
                            + statement.name() + ".");
        }
        if (statement.kind() == SourceKind.TABLE && !result.isTable()) {
            throw new SqlException(
                    statement.position(),
                    "The query gives a stream, since it reads a stream and aggregates nothing. Use CREATE STREAM "
                            + statement.name() + ", or GROUP BY with an aggregate.");
        }
    }

    private FormatSpec keyFormat(FormatOptions options, Input result) {
        FormatSpec inherited = result.leading().layout().keyFormat();
        if (result.node().schema().key().isEmpty()) {
            return options.or(NONE, Optional.empty());
        }
        if (inherited.name().equals(NONE)) {
            String standard = properties.getOrDefault(PlanningProperties.DEFAULT_KEY_FORMAT, DEFAULT_KEY_FORMAT);
            return options.or(standard, Optional.empty());
        }
        return inherit(options, inherited, Optional.empty());
    }

    private FormatSpec valueFormat(SourceOptions options, Input result) {
        FormatSpec inherited = result.leading().layout().valueFormat();
        FormatSpec spec = inherit(options.value(), inherited, options.wrapSingleValue());
        if (spec.wrapSingle().isPresent() || result.node().schema().value().size() != 1) {
            return spec;
        }
        Optional<Boolean> standard = Optional.ofNullable(properties.get(PlanningProperties.WRAP_SINGLE_VALUES))
                .map(Boolean::valueOf)
                .filter(wrap -> formats.find(spec.name())
                        .abilities()
                        .contains(wrap ? Ability.WRAP_SINGLE : Ability.UNWRAP_SINGLE));
        return new FormatSpec(spec.name(), spec.properties(), standard);
    }

    private static FormatSpec inherit(FormatOptions options, FormatSpec inherited, Optional<Boolean> wrapSingle) {
        if (options.name().isPresent()) {
            return options.or(inherited.name(), wrapSingle);
        }
        Map<String, String> kept = new HashMap<>(inherited.properties());
        kept.keySet().retainAll(INHERITED);
        kept.putAll(options.properties());
        return new FormatSpec(inherited.name(), kept, wrapSingle);
    }
}
