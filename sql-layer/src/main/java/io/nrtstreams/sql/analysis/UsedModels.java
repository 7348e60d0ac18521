package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which models a plan asks. */
final class UsedModels {

    private UsedModels() {}

    static Models of(PlanNode root, Models known) {
        Set<String> names = new HashSet<>();
        collect(root, names);
        return names.isEmpty() ? Models.NONE : known.only(names);
    }

    private static void collect(PlanNode node, Set<String> names) {
        for (Expression expression : expressions(node)) {
            ExpressionTree.visit(expression, part -> Prediction.model(part).ifPresent(names::add));
        }
        node.inputs().forEach(input -> collect(input, names));
    }

    private static List<Expression> expressions(PlanNode node) {
        if (node instanceof PlanNode.Filter filter) {
            return List.of(filter.condition());
        } else if (node instanceof PlanNode.Project project) {
            return of(project.values());
        } else if (node instanceof PlanNode.Explode explode) {
            return of(explode.functions());
        } else if (node instanceof PlanNode.Rekey rekey) {
            return of(rekey.keys(), rekey.values());
        } else if (node instanceof PlanNode.Aggregate aggregate) {
            return of(aggregate.carried(), aggregate.aggregates());
        } else if (node instanceof PlanNode.ForeignKeyJoin join) {
            return join.foreignKey();
        }
        return List.of();
    }

    @SafeVarargs
    private static List<Expression> of(List<Named>... lists) {
        List<Expression> expressions = new ArrayList<>();
        for (List<Named> list : lists) {
            list.forEach(column -> expressions.add(column.expression()));
        }
        return expressions;
    }
}
