package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.Snapshot;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.ColumnDefinition;
import io.nrtstreams.sql.tree.Statement.ColumnRole;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the columns that a schema registry gave into the text of the CREATE that left them to it, so that it makes the same
 * stream or table whatever becomes of the registry. A statement that names a schema by its id stays as it is: the id is the
 * same for ever.
 */
final class ResolvedText {

    private ResolvedText() {}

    /** What the engine knows after the statement, with the text of what it declared resolved. */
    static Snapshot in(Snapshot after, Statement statement) {
        if (!(statement instanceof CreateSource create) || namesSchema(create)) {
            return after;
        }
        return after.declarations()
                .source(create.name())
                .filter(source -> columns(source) > create.columns().size())
                .map(source -> new Snapshot(
                        after.declarations().with(resolved(source, create)), after.queries(), after.nextNumber()))
                .orElse(after);
    }

    private static boolean namesSchema(CreateSource create) {
        return create.properties().stream().anyMatch(property -> property.key().endsWith("SCHEMA_ID"));
    }

    private static int columns(DataSource source) {
        return source.schema().columns().size();
    }

    private static DataSource resolved(DataSource source, CreateSource create) {
        List<ColumnDefinition> columns = new ArrayList<>();
        ColumnRole key = source.kind() == SourceKind.TABLE ? new ColumnRole.PrimaryKey() : new ColumnRole.Key();
        source.schema().key().forEach(column -> columns.add(definition(column, key)));
        source.schema().value().forEach(column -> columns.add(definition(column, new ColumnRole.Value())));
        source.schema()
                .headers()
                .forEach(header -> columns.add(definition(header.column(), new ColumnRole.Header(header.header()))));
        CreateSource whole = new CreateSource(
                create.position(),
                create.kind(),
                create.orReplace(),
                create.readOnly(),
                create.ifNotExists(),
                create.name(),
                columns,
                create.properties());
        return new DataSource(
                source.name(),
                source.kind(),
                source.layout(),
                source.partitions(),
                source.readOnly(),
                source.createdBy(),
                SqlFormatter.format(whole) + ";");
    }

    private static ColumnDefinition definition(Column column, ColumnRole role) {
        return new ColumnDefinition(
                Position.NONE,
                column.name(),
                new SqlParser().parseType(column.type().toString()),
                role);
    }
}
