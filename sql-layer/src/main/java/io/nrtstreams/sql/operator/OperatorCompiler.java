package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Aggregate;
import io.nrtstreams.sql.plan.PlanNode.Distinct;
import io.nrtstreams.sql.plan.PlanNode.StreamStreamJoin;
import io.nrtstreams.sql.plan.PlanNode.StreamTableJoin;
import io.nrtstreams.sql.plan.PlanNode.TableTableJoin;
import io.nrtstreams.sql.plan.StagePlan.Keyed;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;

/** Makes keyed operators. */
final class OperatorCompiler {

    /** How late a record may be where a statement does not say, less the window's own length. */
    private static final long DEFAULT_LATENESS = Duration.ofDays(1).toMillis();

    private final Expressions expressions;
    private final QueryLog log;

    OperatorCompiler(Expressions expressions, QueryLog log) {
        this.expressions = expressions;
        this.log = log;
    }

    KeyedOperator compile(Keyed operator, boolean keepsBefore, KeyedState state) {
        if (operator instanceof Keyed.Remember remember) {
            return new RememberOperator(remember.source().schema(), state);
        } else if (operator instanceof Keyed.Subscriptions subscriptions) {
            return new SubscriptionOperator(subscriptions.join(), state);
        } else if (operator instanceof Keyed.Responses responses) {
            return new ResponseOperator(responses.join(), state);
        }
        return node(((Keyed.Node) operator).node(), keepsBefore, state);
    }

    private KeyedOperator node(PlanNode node, boolean keepsBefore, KeyedState state) {
        if (node instanceof Aggregate aggregate) {
            return aggregate(aggregate, keepsBefore, state);
        } else if (node instanceof Distinct) {
            return new DistinctOperator(state);
        } else if (node instanceof StreamTableJoin join) {
            return join.byEventTime()
                    ? new VersionedJoinOperator(join, state)
                    : new StreamTableJoinOperator(join, state);
        } else if (node instanceof StreamStreamJoin join) {
            return new StreamStreamJoinOperator(join, state);
        } else if (node instanceof TableTableJoin join) {
            return new TableTableJoinOperator(join, keepsBefore, state);
        }
        throw new IllegalArgumentException(
                "nothing to remember by key: " + node.getClass().getSimpleName());
    }

    private KeyedOperator aggregate(Aggregate aggregate, boolean keepsBefore, KeyedState state) {
        Accumulator accumulator = expressions.accumulator(aggregate, log);
        if (aggregate.window().isEmpty()) {
            return new AggregateOperator(accumulator, keepsBefore, state);
        }
        Query.Window window = aggregate.window().get();
        Emission emission = new Emission(aggregate.emit() == Query.Emit.FINAL, keepsBefore);
        long length = length(window.shape());
        long grace = window.grace().map(Duration::toMillis).orElse(Math.max(DEFAULT_LATENESS - length, 0));
        return window.shape() instanceof WindowShape.Session
                ? new SessionOperator(aggregate.id(), accumulator, length, grace, emission, log, state)
                : new TimeWindowOperator(
                        aggregate.id(), accumulator, TimeWindows.of(window), grace, emission, log, state);
    }

    private static long length(WindowShape shape) {
        if (shape instanceof WindowShape.Tumbling tumbling) {
            return tumbling.size().toMillis();
        } else if (shape instanceof WindowShape.Hopping hopping) {
            return hopping.size().toMillis();
        }
        return ((WindowShape.Session) shape).gap().toMillis();
    }
}
