package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.Input.KeyColumn;
import io.nrtstreams.sql.analysis.NamedSource.NamedColumn;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the reading of a stream, a table or a sub-query. */
final class SourcePlanner {

    private final Catalog catalog;

    SourcePlanner(Catalog catalog) {
        this.catalog = catalog;
    }

    Input named(Relation.Named relation, NodeIds ids) {
        DataSource source = catalog.source(relation.name()).orElseThrow(() -> unknown(relation));
        PlanNode node = new PlanNode.Source(
                ids.next("source", relation.alias()), source.name(), source.layout(), source.isTable(), false);
        NamedSource named = names(relation.alias(), Optional.of(source.name()), source.schema());
        return new Input(
                node,
                new Names(List.of(named), List.of()),
                key(source.schema()),
                source.layout().window(),
                source);
    }

    /** What a planned sub-query gives. */
    static Input subQuery(String alias, PlanNode node, Input inner) {
        NamedSource named = names(alias, Optional.empty(), node.schema());
        return new Input(
                node,
                new Names(List.of(named), List.of()),
                key(node.schema()),
                node.schema().windowed() ? inner.window() : Optional.empty(),
                inner.leading());
    }

    private static NamedSource names(String alias, Optional<String> source, Schema schema) {
        List<Column> columns = new ArrayList<>(schema.key());
        if (schema.windowed()) {
            columns.addAll(PseudoColumns.windowBounds());
        }
        columns.addAll(schema.value());
        schema.headers().forEach(header -> columns.add(header.column()));
        return NamedSource.of(alias, source, named(columns), named(PseudoColumns.of(false)));
    }

    private static List<NamedColumn> named(List<Column> columns) {
        return columns.stream()
                .map(column -> new NamedColumn(column.name(), column))
                .toList();
    }

    private static List<KeyColumn> key(Schema schema) {
        return schema.key().stream().map(KeyColumn::of).toList();
    }

    private SqlException unknown(Relation.Named relation) {
        List<String> names = catalog.sources().stream().map(DataSource::name).toList();
        return new SqlException(
                relation.position(),
                "There is no stream or table " + relation.name() + "."
                        + Suggestions.didYouMean(relation.name(), names));
    }
}
