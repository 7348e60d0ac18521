package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.PlannedQuery;
import io.nrtstreams.sql.analysis.QueryPlanner;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.tree.Statement;
import java.util.Map;

/** EXPLAIN of a statement: planned, and nothing else. */
final class Explanations {

    private static final String ID = "EXPLAINED";

    private final SqlEnvironment environment;

    Explanations(SqlEnvironment environment) {
        this.environment = environment;
    }

    Entity of(Statement.ExplainStatement explain, String text, CatalogView view, Map<String, String> properties) {
        PlannedQuery planned = planned(
                explain.statement(),
                new QueryPlanner(view.catalog(), environment.functions(), environment.formats(), properties));
        return Descriptions.planned(
                text,
                SqlFormatter.format(explain.statement()) + ";",
                planned.plan(),
                planned.reads().stream().sorted().toList());
    }

    private static PlannedQuery planned(Statement statement, QueryPlanner planner) {
        if (statement instanceof Statement.CreateAsSelect create) {
            return planner.persistent(create, ID);
        } else if (statement instanceof Statement.InsertIntoSelect insert) {
            return planner.insertInto(insert, ID);
        } else if (statement instanceof Statement.Select select) {
            return planner.push(select.query(), ID);
        } else if (statement instanceof Statement.CreateModel create) {
            return planner.push(create.query(), ID);
        }
        throw new SqlException(
                statement.position(),
                "EXPLAIN shows the plan of CREATE … AS SELECT, INSERT INTO … SELECT, CREATE MODEL and SELECT, and this"
                        + " statement has none.");
    }
}
