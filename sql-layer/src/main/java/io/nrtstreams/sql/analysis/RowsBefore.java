package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.PlanNode;
import java.util.List;

/**
 * Marks the tables whose rows must be remembered where they are read, since a step after them needs the row before a
 * change: filters, which delete only what they let through, and changes of the key and aggregates, which take rows back.
 * Joins and aggregates know their own rows before.
 */
final class RowsBefore {

    private RowsBefore() {}

    static PlanNode remembered(PlanNode root) {
        return mark(root, false);
    }

    private static PlanNode mark(PlanNode node, boolean needed) {
        if (node instanceof PlanNode.Source source) {
            return new PlanNode.Source(
                    source.id(), source.name(), source.layout(), source.isTable(), source.isTable() && needed);
        } else if (node instanceof PlanNode.Filter filter) {
            return new PlanNode.Filter(filter.id(), mark(filter.input(), filter.isTable()), filter.condition());
        } else if (node instanceof PlanNode.Project project) {
            return new PlanNode.Project(
                    project.id(), mark(project.input(), needed), project.values(), project.schema());
        } else if (node instanceof PlanNode.Rekey rekey) {
            return new PlanNode.Rekey(
                    rekey.id(),
                    mark(rekey.input(), rekey.isTable()),
                    rekey.keys(),
                    rekey.values(),
                    rekey.dropNullKeys(),
                    rekey.schema());
        } else if (node instanceof PlanNode.Aggregate aggregate) {
            return new PlanNode.Aggregate(
                    aggregate.id(),
                    mark(aggregate.input(), aggregate.input().isTable()),
                    aggregate.carried(),
                    aggregate.aggregates(),
                    aggregate.window(),
                    aggregate.emit(),
                    aggregate.schema());
        } else if (node instanceof PlanNode.Explode explode) {
            return new PlanNode.Explode(
                    explode.id(), mark(explode.input(), false), explode.functions(), explode.schema());
        } else if (node instanceof PlanNode.Distinct distinct) {
            return new PlanNode.Distinct(distinct.id(), mark(distinct.input(), false));
        } else if (node instanceof PlanNode.UnionAll union) {
            List<PlanNode> inputs =
                    union.inputs().stream().map(input -> mark(input, false)).toList();
            return new PlanNode.UnionAll(union.id(), inputs, union.schema());
        }
        return markJoin((PlanNode.Join) node);
    }

    private static PlanNode markJoin(PlanNode.Join node) {
        PlanNode left = mark(node.left(), false);
        PlanNode right = mark(node.right(), false);
        if (node instanceof PlanNode.StreamStreamJoin join) {
            return new PlanNode.StreamStreamJoin(
                    join.id(), left, right, join.type(), join.before(), join.after(), join.grace(), join.schema());
        } else if (node instanceof PlanNode.StreamTableJoin join) {
            return new PlanNode.StreamTableJoin(join.id(), left, right, join.type(), join.byEventTime(), join.schema());
        } else if (node instanceof PlanNode.TableTableJoin join) {
            return new PlanNode.TableTableJoin(join.id(), left, right, join.type(), join.schema());
        }
        PlanNode.ForeignKeyJoin join = (PlanNode.ForeignKeyJoin) node;
        return new PlanNode.ForeignKeyJoin(join.id(), left, right, join.type(), join.foreignKey(), join.schema());
    }
}
