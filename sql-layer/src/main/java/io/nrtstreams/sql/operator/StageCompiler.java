package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.expression.SafeExpression;
import io.nrtstreams.sql.operator.Guard.Need;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Explode;
import io.nrtstreams.sql.plan.PlanNode.Filter;
import io.nrtstreams.sql.plan.PlanNode.Project;
import io.nrtstreams.sql.plan.PlanNode.Rekey;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.StagePlan.Step;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query.JoinType;
import java.util.List;
import java.util.Optional;

/**
 * Makes what runs of a plan's stages. What it makes is single-threaded, and neither looks up names nor compiles per row.
 *
 * <p>Every method throws {@link io.nrtstreams.sql.SqlException} where an expression cannot be compiled.
 */
public final class StageCompiler {

    private final Expressions expressions;
    private final QueryLog log;
    private final BeforeRows before;
    private final OperatorCompiler operators;

    public StageCompiler(StagePlan plan, Expressions expressions, QueryLog log) {
        this.expressions = expressions;
        this.log = log;
        this.before = new BeforeRows(plan);
        this.operators = new OperatorCompiler(expressions, log);
    }

    /** An input's steps; {@code next} gets the rows that the stage's operator takes. */
    public RowSink input(Stage stage, Input input, RowSink next) {
        RowSink guarded = stage.operator()
                .map(operator -> guard(stage.id(), operator, input.side(), next))
                .orElse(next);
        RowSink steps = steps(input.steps(), before.isReadByOperator(stage), guarded);
        boolean table =
                input.from() instanceof From.Topic topic && topic.source().isTable();
        return table
                ? new Guard(((From.Topic) input.from()).source().id(), Need.SOME_COLUMN, false, log, steps)
                : steps;
    }

    /** The stage's operator with this state; empty when it has none. */
    public Optional<KeyedOperator> operator(Stage stage, KeyedState state) {
        return stage.operator().map(operator -> operators.compile(operator, before.isReadAfterOperator(stage), state));
    }

    /** The steps behind the stage's operator. */
    public RowSink after(Stage stage, RowSink next) {
        return steps(stage.after(), before.isReadByOthers(stage), next);
    }

    private RowSink guard(String step, Keyed operator, int side, RowSink next) {
        if (operator instanceof Keyed.Subscriptions) {
            return new Guard(step, side == 1 ? Need.EVERY_COLUMN : Need.NOTHING, false, log, next);
        } else if (operator instanceof Keyed.Node keyed) {
            boolean stream = !keyed.node().inputs().get(side).isTable();
            RowSink taken =
                    side == 1 && keyed.node() instanceof PlanNode.Join join ? WindowStep.ofRight(join, next) : next;
            return new Guard(step, need(keyed.node()), stream, log, taken);
        }
        return new Guard(step, Need.SOME_COLUMN, false, log, next);
    }

    private static Need need(PlanNode node) {
        if (node instanceof PlanNode.Distinct) {
            return Need.NOTHING;
        }
        return node instanceof PlanNode.Join ? Need.EVERY_COLUMN : Need.SOME_COLUMN;
    }

    private RowSink steps(List<Step> steps, boolean beforeIsRead, RowSink last) {
        RowSink next = last;
        for (int i = steps.size() - 1; i >= 0; i--) {
            next = step(steps.get(i), BeforeRows.isReadBy(steps, i + 1, beforeIsRead), next);
        }
        return next;
    }

    private RowSink step(Step step, boolean keepsBefore, RowSink next) {
        if (step instanceof Step.Subscribe subscribe) {
            PlanNode.ForeignKeyJoin join = subscribe.join();
            Calculation foreignKey = expressions.calculation(
                    join.id(), join.foreignKey(), join.left().schema(), log);
            return new SubscribeStep(foreignKey, join.type() == JoinType.LEFT, next);
        }
        PlanNode node = ((Step.Apply) step).node();
        if (node instanceof Filter filter) {
            SafeExpression condition = expressions.condition(filter, log);
            return filter.isTable() ? FilterStep.ofTable(condition, next) : FilterStep.ofStream(condition, next);
        } else if (node instanceof Project project) {
            Calculation values = expressions.named(
                    project.id(), project.values(), project.input().schema(), log);
            return new ProjectStep(values, keepsBefore, next);
        } else if (node instanceof Explode explode) {
            return new ExplodeStep(expressions.expansions(explode, log), next);
        } else if (node instanceof Rekey rekey) {
            return rekey(rekey, next);
        }
        throw new IllegalArgumentException("no step: " + node.getClass().getSimpleName());
    }

    private RowSink rekey(Rekey rekey, RowSink next) {
        RekeyStep step = new RekeyStep(
                expressions.named(rekey.id(), rekey.keys(), rekey.input().schema(), log),
                expressions.named(rekey.id(), rekey.values(), rekey.input().schema(), log),
                rekey.keys().stream()
                        .map(key ->
                                expressions.readsMoreThanKey(key, rekey.input().schema()))
                        .toList(),
                rekey.dropNullKeys(),
                rekey.schema().windowed(),
                next);
        return rekey.isTable() ? step.ofTable() : step.ofStream();
    }
}
