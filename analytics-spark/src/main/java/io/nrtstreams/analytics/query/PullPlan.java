package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.QueryPlanner;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.SelectItem;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a pull query of one stream or table is answered: which rows are fetched, and what is done to each.
 *
 * @param steps the condition and the columns, as a plan that keeps nothing
 * @param keys of a table that are looked up; empty for all rows
 */
record PullPlan(
        DataSource source,
        QueryPlan steps,
        List<ResultColumn> columns,
        Optional<List<@Nullable Object[]>> keys,
        OptionalLong limit) {

    private static final String TABLE_SCANS = "ksql.query.pull.table.scan.enabled";
    private static final String RANGE_SCANS = "ksql.query.pull.range.scan.enabled";
    private static final Set<String> NOT_IN_CONDITIONS = Set.of("ROWPARTITION", "ROWOFFSET");
    private static final Set<String> WINDOW_BOUNDS = Set.of("WINDOWSTART", "WINDOWEND");

    /**
     * Plans a query of one stream or table that neither groups nor sorts.
     *
     * @throws SqlException when it cannot be answered
     */
    static PullPlan of(
            Query query,
            Catalog catalog,
            FunctionRegistry functions,
            Formats formats,
            Map<String, String> properties) {
        Query.Relation.Named named = (Query.Relation.Named) query.from();
        DataSource source = catalog.source(named.name())
                .orElseThrow(() -> new SqlException(
                        named.position(),
                        "There is no stream or table " + named.name() + "."
                                + Suggestions.didYouMean(
                                        named.name(),
                                        catalog.sources().stream()
                                                .map(DataSource::name)
                                                .toList())));
        Optional<Expression> where = query.where().map(LookupTimes::inMillis);
        where.ifPresent(PullPlan::requireNoPlaces);
        requireDistinctNames(query);
        QueryPlan steps = new QueryPlanner(new AsStream(catalog, source), functions, formats, properties)
                .push(asPush(query, where), "PULL")
                .plan();
        Optional<List<@Nullable Object[]>> keys = Optional.empty();
        if (source.isTable()) {
            ExpressionCompiler compiler = new ExpressionCompiler(functions, catalog.types(), catalog.models());
            keys = where.flatMap(
                    condition -> new KeyLookup(source.schema().key(), compiler).keys(condition));
            requireAllowed(query, source, where, keys, properties);
        }
        return new PullPlan(
                source,
                steps,
                columns(query, source, steps),
                keys,
                query.limit().map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Query asPush(Query query, Optional<Expression> where) {
        return new Query(
                query.position(),
                false,
                query.select(),
                query.from(),
                Optional.empty(),
                where,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(Query.Emit.CHANGES),
                Optional.empty());
    }

    /** Where a row was read is not kept with it. */
    private static void requireNoPlaces(Expression condition) {
        References.in(condition).stream()
                .filter(reference -> NOT_IN_CONDITIONS.contains(reference.name()))
                .findFirst()
                .ifPresent(reference -> {
                    throw new SqlException(
                            reference.position(),
                            reference.name() + " cannot be in the WHERE of a query without EMIT CHANGES. Leave it out,"
                                    + " or add EMIT CHANGES.");
                });
    }

    private static void requireDistinctNames(Query query) {
        Set<String> names = new HashSet<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Single single) {
                Optional<String> name = single.alias()
                        .or(() -> single.expression() instanceof Expression.ColumnReference reference
                                ? Optional.of(reference.name())
                                : Optional.empty());
                name.filter(one -> !names.add(one)).ifPresent(one -> {
                    throw new SqlException(
                            single.position(),
                            "The column " + one + " is selected twice. Give one of them another name with AS.");
                });
            }
        }
    }

    private static void requireAllowed(
            Query query,
            DataSource source,
            Optional<Expression> where,
            Optional<List<@Nullable Object[]>> keys,
            Map<String, String> properties) {
        boolean scans = !"false".equalsIgnoreCase(properties.getOrDefault(TABLE_SCANS, "true"));
        boolean ranges = !"false".equalsIgnoreCase(properties.getOrDefault(RANGE_SCANS, "true"));
        if (scans || keys.isPresent() || (ranges && where.filter(one -> isRange(one, source)).isPresent())) {
            return;
        }
        String columns = String.join(
                " and ", source.schema().key().stream().map(Column::name).toList());
        throw new SqlException(
                query.position(),
                "The query would read all of " + source.name() + ", and " + TABLE_SCANS
                        + " does not allow that. Look rows up by " + columns + ", with = or IN, or SET '" + TABLE_SCANS
                        + "' = 'true'.");
    }

    /** One comparison of a key of one text column that is not windowed. */
    private static boolean isRange(Expression where, DataSource source) {
        List<Column> key = source.schema().key();
        return where instanceof Expression.Comparison comparison
                && key.size() == 1
                && key.get(0).type().base() == SqlType.Base.STRING
                && !source.schema().windowed()
                && switch (comparison.operator()) {
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
                    default -> false;
                }
                && (isColumn(comparison.left(), key.get(0)) || isColumn(comparison.right(), key.get(0)));
    }

    private static boolean isColumn(Expression expression, Column column) {
        return expression instanceof Expression.ColumnReference reference
                && reference.name().equals(column.name());
    }

    /** The key columns of a table stay what they are, unless something else took their name. */
    private static List<ResultColumn> columns(Query query, DataSource source, QueryPlan steps) {
        Set<String> others = new HashSet<>();
        Set<String> renamed = new HashSet<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Single single && single.alias().isPresent()) {
                String name = single.alias().get();
                if (single.expression() instanceof Expression.ColumnReference reference
                        && isKey(reference.name(), source)) {
                    renamed.add(name);
                } else {
                    others.add(name);
                }
            }
        }
        return steps.root().schema().value().stream()
                .map(column -> new ResultColumn(
                        column.name(),
                        column.type(),
                        source.isTable()
                                && !others.contains(column.name())
                                && (renamed.contains(column.name()) || isKey(column.name(), source))))
                .toList();
    }

    private static boolean isKey(String name, DataSource source) {
        return source.schema().isKey(name) || (source.schema().windowed() && WINDOW_BOUNDS.contains(name));
    }

    /** The catalog with a table as a stream of its rows, on which conditions and columns mean the same. */
    private record AsStream(Catalog catalog, DataSource table) implements Catalog {

        @Override
        public Optional<DataSource> source(String name) {
            return catalog.source(name).map(this::asStream);
        }

        private DataSource asStream(DataSource source) {
            return source.name().equals(table.name())
                    ? new DataSource(
                            source.name(),
                            SourceKind.STREAM,
                            source.layout(),
                            source.partitions(),
                            source.readOnly(),
                            source.createdBy(),
                            source.statement())
                    : source;
        }

        @Override
        public Collection<DataSource> sources() {
            return catalog.sources().stream().map(this::asStream).toList();
        }

        @Override
        public Map<String, SqlType> types() {
            return catalog.types();
        }

        @Override
        public Models models() {
            return catalog.models();
        }
    }
}
