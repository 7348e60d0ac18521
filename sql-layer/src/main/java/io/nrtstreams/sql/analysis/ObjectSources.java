package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/** Streams and tables over objects: LOCATION in place of KAFKA_TOPIC. */
final class ObjectSources {

    private static final List<String> FORMATS = List.of("JSON", "CSV", "DELIMITED", "PARQUET");

    /** What the S3 sink calls the time of the record, which is that of the row where nothing else is said. */
    private static final String RECORD_TIME = "KAFKA_TIMESTAMP";

    private ObjectSources() {}

    static DataSource analyse(
            CreateSource statement, DeclaredColumns columns, SourceOptions options, String location, String text) {
        Position position = statement.position();
        if (!statement.readOnly()) {
            throw new SqlException(
                    position,
                    "What is over objects is only read: write CREATE SOURCE " + statement.kind() + " "
                            + statement.name() + ".");
        }
        if (!columns.key().isEmpty() || !columns.headers().isEmpty()) {
            throw new SqlException(
                    position, "Objects have neither keys nor headers: leave KEY, PRIMARY KEY and HEADERS out.");
        }
        if (columns.value().isEmpty()) {
            throw new SqlException(
                    position,
                    statement.name() + " has no columns: list those of the objects and of their folders after its"
                            + " name.");
        }
        Schema schema = Schema.of(List.of(), columns.value());
        Optional<TimestampColumn> timestamp = options.timestamp().or(() -> recordTime(schema));
        timestamp.ifPresent(column -> TimestampRules.check(position, column, schema));
        TopicLayout layout = new TopicLayout(
                location, schema, FormatSpec.of("NONE"), format(position, options), Optional.empty(), timestamp);
        return new DataSource(statement.name(), statement.kind(), layout, 1, true, Optional.empty(), text);
    }

    private static FormatSpec format(Position position, SourceOptions options) {
        String name = options.value()
                .name()
                .orElseThrow(() -> new SqlException(
                        position, "FORMAT is missing: add FORMAT='JSON', 'CSV' or 'PARQUET' to the WITH clause."));
        if (!FORMATS.contains(name)) {
            throw new SqlException(
                    position,
                    "Objects of the format " + name + " cannot be read; JSON, CSV and PARQUET can."
                            + Suggestions.didYouMean(name, FORMATS));
        }
        return FormatSpec.of(name);
    }

    private static Optional<TimestampColumn> recordTime(Schema schema) {
        return schema.find(RECORD_TIME)
                .filter(column -> column.type().base() == SqlType.Base.TIMESTAMP)
                .map(column -> new TimestampColumn(column.name(), Optional.empty()));
    }
}
