package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.KeyCondition.Case;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What pull queries may ask for, and what the session's properties allow of it. */
final class PullRules {

    private static final Set<String> OF_SINGLE_RECORDS = Set.of("ROWPARTITION", "ROWOFFSET");

    private final Map<String, String> properties;

    PullRules(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Refuses clauses that only queries that run can have. */
    static void refuseRunningClauses(Query query) {
        if (!query.partitionBy().isEmpty()) {
            throw new SqlException(
                    query.partitionBy().get(0).position(),
                    "PARTITION BY places the records of a stream that a query writes, and a pull query writes none. Leave it"
                            + " out.");
        }
        query.window().ifPresent(window -> {
            throw new SqlException(
                    window.position(),
                    "A pull query has no WINDOW. Add EMIT CHANGES, or make a table with the WINDOW and ask that, with bounds"
                            + " for WINDOWSTART and WINDOWEND.");
        });
    }

    /** The first clause that is more than a look-up. */
    static Optional<String> beyond(Query query, Calls calls) {
        if (query.from() instanceof Relation.Join) {
            return Optional.of("JOIN");
        } else if (query.from() instanceof Relation.SubQuery) {
            return Optional.of("a sub-query");
        } else if (!query.groupBy().isEmpty()) {
            return Optional.of("GROUP BY");
        } else if (query.having().isPresent()) {
            return Optional.of("HAVING");
        } else if (query.distinct()) {
            return Optional.of("DISTINCT");
        } else if (!query.unionAll().isEmpty()) {
            return Optional.of("UNION ALL");
        } else if (!query.orderBy().isEmpty()) {
            return Optional.of("ORDER BY");
        }
        return query.select().stream()
                .filter(item -> item instanceof Query.SelectItem.Single single
                        && !calls.outermost(single.expression(), FunctionKind.AGGREGATE)
                                .isEmpty())
                .findFirst()
                .map(item -> "an aggregate function");
    }

    /** Refuses what is beyond look-ups where it was not asked for, which over streams must be done expressly. */
    void checkBeyond(String clause, boolean readsStream, Position position) {
        if (isAllowed(PlanningProperties.BEYOND, !readsStream)) {
            return;
        }
        throw new SqlException(
                position,
                "A pull query looks rows up, and this one has " + clause
                        + ". Add EMIT CHANGES to have its result kept up to"
                        + " date, make a table of it and ask that, or SET '" + PlanningProperties.BEYOND
                        + "'='true' to have it computed from all that is stored.");
    }

    /** Refuses to read objects, which is never a look-up, where the session forbids more than that. */
    void checkObjects(DataSource source, Position position) {
        if (!isAllowed(PlanningProperties.BEYOND, true)) {
            throw new SqlException(
                    position,
                    source.name() + " lies over objects, which only Spark reads, and " + PlanningProperties.BEYOND
                            + " forbids it. SET '" + PlanningProperties.BEYOND + "'='true'.");
        }
    }

    static void refuseRecordColumns(List<Expression> expressions) {
        for (Expression expression : expressions) {
            for (ColumnReference column : ExpressionTree.columns(expression)) {
                if (OF_SINGLE_RECORDS.contains(column.name())) {
                    throw new SqlException(
                            column.position(),
                            column.name()
                                    + " is of a single record and unknown in pull queries. Add EMIT CHANGES to see"
                                    + " records as they come, or select ROWTIME.");
                }
            }
        }
    }

    static void requireStored(DataSource table, Position position) {
        if (table.createdBy().isEmpty() && !table.readOnly()) {
            throw new SqlException(
                    position,
                    "The table " + table.name()
                            + " is declared over a topic and its rows are stored nowhere. Make a table"
                            + " that is: CREATE TABLE QUERYABLE_" + table.name() + " AS SELECT * FROM " + table.name()
                            + "; or declare it with CREATE SOURCE TABLE.");
        }
    }

    /** Refuses to look through a whole table, or a range of keys, where the session forbids it. */
    void checkScan(KeyCondition condition, Schema schema, Position position) {
        if (isAllowed(PlanningProperties.TABLE_SCAN)
                || condition.cases().stream().allMatch(one -> isLookUp(one, schema))
                || (isAllowed(PlanningProperties.RANGE_SCAN) && isRangeScan(condition, schema))) {
            return;
        }
        List<String> keys = new ArrayList<>();
        schema.key().forEach(column -> keys.add(column.name() + " = …"));
        throw new SqlException(
                position,
                "The condition does not name the keys of the wanted rows, so that the whole table would be looked through,"
                        + " which " + PlanningProperties.TABLE_SCAN + " forbids. Compare the key with constants, as in "
                        + String.join(" AND ", keys) + ", or SET '" + PlanningProperties.TABLE_SCAN + "'='true'.");
    }

    private boolean isAllowed(String property) {
        return isAllowed(property, true);
    }

    private boolean isAllowed(String property, boolean unlessSet) {
        return Optional.ofNullable(properties.get(property))
                .map(set -> set.equalsIgnoreCase("true"))
                .orElse(unlessSet);
    }

    private static boolean isLookUp(Case one, Schema schema) {
        return one.span(schema.key().size()).isPoint();
    }

    /** One bound of a key that is one text. */
    private static boolean isRangeScan(KeyCondition condition, Schema schema) {
        return condition.cases().size() == 1
                && condition.cases().get(0).bounds() == 1
                && !schema.windowed()
                && schema.key().size() == 1
                && schema.key().get(0).type().equals(SqlTypes.STRING);
    }
}
