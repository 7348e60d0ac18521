package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.tree.Statement.Property;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a WITH clause says of a stream or table. Absent means not said, so that the reader's own default or the inherited
 * setting holds.
 *
 * @param key the key's format and what the clause says of it; the name is absent when not said
 * @param value the same of the value
 * @param retention how long the topic keeps records
 * @param window how the topic's keys are windowed
 * @param connector the connector that fills the topic, for information
 * @param location of the objects that are read in place of a topic
 * @param queryId the wanted id of an INSERT INTO query
 */
public record SourceOptions(
        Optional<String> topic,
        FormatOptions key,
        FormatOptions value,
        Optional<Boolean> wrapSingleValue,
        Optional<Integer> partitions,
        Optional<Integer> replicas,
        Optional<Duration> retention,
        Optional<TimestampColumn> timestamp,
        Optional<KeyWindow> window,
        Optional<String> connector,
        Optional<String> location,
        Optional<String> queryId) {

    /** Where a WITH clause stands, which decides what it may say. */
    public enum Place {
        /** CREATE STREAM or TABLE over a topic. */
        SOURCE,
        /** CREATE STREAM or TABLE … AS SELECT. */
        SINK,
        /** INSERT INTO … SELECT. */
        INSERT
    }

    /** A format, when named, and its properties by upper-case key without KEY_ or VALUE_. */
    public record FormatOptions(Optional<String> name, Map<String, String> properties) {

        public FormatOptions {
            properties = Map.copyOf(properties);
        }

        /** The named format, or {@code otherwise} where none is named, with these properties. */
        public FormatSpec or(String otherwise, Optional<Boolean> wrapSingle) {
            return new FormatSpec(name.orElse(otherwise), properties, wrapSingle);
        }

        /** The id of the schema to use. */
        public Optional<Integer> schemaId() {
            return Optional.ofNullable(properties.get("SCHEMA_ID")).map(Integer::valueOf);
        }
    }

    /**
     * Reads a WITH clause.
     *
     * @throws io.nrtstreams.sql.SqlException with all that is wrong with it
     */
    public static SourceOptions parse(List<Property> properties, Place place) {
        OptionReader reader = new OptionReader(properties, place);
        Optional<String> both = reader.formatName("FORMAT");
        SourceOptions options = new SourceOptions(
                reader.text("KAFKA_TOPIC"),
                new FormatOptions(reader.formatName("KEY_FORMAT").or(() -> both), reader.formatProperties("KEY_")),
                new FormatOptions(reader.formatName("VALUE_FORMAT").or(() -> both), reader.formatProperties("VALUE_")),
                reader.truth("WRAP_SINGLE_VALUE"),
                reader.count("PARTITIONS"),
                reader.count("REPLICAS"),
                reader.milliseconds("RETENTION_MS"),
                reader.timestamp(),
                reader.window(),
                reader.text("SOURCED_BY_CONNECTOR").or(() -> reader.text("SOURCE_CONNECTOR")),
                reader.location(),
                reader.identifier("QUERY_ID"));
        reader.finish();
        return options;
    }
}
