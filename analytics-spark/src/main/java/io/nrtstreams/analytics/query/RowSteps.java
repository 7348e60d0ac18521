package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.operator.StageCompiler;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The condition and columns of a query, one row at a time. Single-threaded. */
final class RowSteps {

    private final List<Row> results = new ArrayList<>();
    private final RowSink first;

    RowSteps(QueryPlan plan, FunctionRegistry functions, Map<String, SqlType> types) {
        StagePlan stages = Stages.of(plan);
        if (stages.stages().size() != 1 || stages.last().operator().isPresent()) {
            throw new IllegalArgumentException("a plan that keeps something");
        }
        Stage stage = stages.last();
        StageCompiler compiler = new StageCompiler(
                stages,
                new Expressions(new ExpressionCompiler(functions, types, plan.models())),
                new QueryLog(plan.queryId(), ProcessingLog.NONE));
        first = compiler.input(stage, stage.inputs().get(0), compiler.after(stage, results::add));
    }

    /** What a row gives: nothing when it does not meet the condition. */
    List<Row> apply(Row row) {
        results.clear();
        first.accept(row);
        return results;
    }
}
