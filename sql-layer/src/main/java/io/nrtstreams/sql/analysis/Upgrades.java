package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a running query may be replaced by another that goes on where it stopped (CREATE OR REPLACE). What was written
 * must stay readable and what was remembered must keep its meaning: so a filter may change, columns may be added at the end
 * and, while nothing is remembered by key, columns may be computed otherwise.
 */
public final class Upgrades {

    private Upgrades() {}

    /** Why the wanted query cannot take the running one's place, and what to do instead; empty when it can. */
    public static Optional<String> refusal(QueryPlan running, QueryPlan wanted) {
        if (running.root().equals(wanted.root())
                && running.sink().equals(wanted.sink())
                && running.models().equals(wanted.models())) {
            return Optional.empty();
        }
        Optional<String> reason = ofSinks(running, wanted).or(() -> ofSteps(running, wanted));
        return reason.map(text -> text + " Create it under another name, or drop it first.");
    }

    private static Optional<String> ofSinks(QueryPlan running, QueryPlan wanted) {
        if (running.sink().isEmpty() || wanted.sink().isEmpty()) {
            return Optional.of("Only queries that write a stream or table can be replaced.");
        }
        Sink before = running.sink().get();
        Sink after = wanted.sink().get();
        if (before.isTable() != after.isTable()) {
            return Optional.of(before.name() + " is a " + kind(before) + " and would become a " + kind(after) + ".");
        }
        TopicLayout old = before.layout();
        TopicLayout next = after.layout();
        if (!old.topic().equals(next.topic())) {
            return Optional.of("The topic would change from " + old.topic() + " to " + next.topic() + ".");
        }
        if (!old.keyFormat().equals(next.keyFormat()) || !old.valueFormat().equals(next.valueFormat())) {
            return Optional.of("The formats of the topic would change.");
        }
        if (!old.schema().key().equals(next.schema().key()) || !old.window().equals(next.window())) {
            return Optional.of("The key would change from " + old.schema().key() + " to "
                    + next.schema().key() + ".");
        }
        return ofValues(old.schema().value(), next.schema().value());
    }

    private static Optional<String> ofValues(List<Column> before, List<Column> after) {
        for (int i = 0; i < before.size(); i++) {
            Column column = before.get(i);
            if (i >= after.size()) {
                return Optional.of(
                        "The column " + column.name() + " would be gone; columns can only be added, at the end.");
            }
            if (!column.equals(after.get(i))) {
                return Optional.of("The column " + column + " would become " + after.get(i)
                        + "; columns keep their place, name and type, and new ones come last.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofSteps(QueryPlan running, QueryPlan wanted) {
        List<String> before = sources(running.root());
        List<String> after = sources(wanted.root());
        if (!before.equals(after)) {
            return Optional.of("The query would read " + String.join(", ", after) + " instead of "
                    + String.join(", ", before) + ".");
        }
        return stateful(running.root()).or(() -> stateful(wanted.root()));
    }

    private static Optional<String> stateful(PlanNode node) {
        if (node instanceof PlanNode.Join) {
            return Optional.of("The query joins, and what it remembers of both sides would not fit the new one.");
        }
        if (node instanceof PlanNode.Aggregate) {
            return Optional.of("The query aggregates, and what it has aggregated so far would not fit the new one.");
        }
        if (node instanceof PlanNode.Distinct) {
            return Optional.of("The query is DISTINCT, and what it remembers would not fit the new one.");
        }
        if (node instanceof PlanNode.Source source && source.schema().windowed()) {
            return Optional.of("The query reads windowed keys.");
        }
        return node.inputs().stream()
                .map(Upgrades::stateful)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> sources(PlanNode node) {
        List<String> names = new ArrayList<>();
        if (node instanceof PlanNode.Source source) {
            names.add(source.name());
        }
        node.inputs().forEach(input -> names.addAll(sources(input)));
        return names;
    }

    private static String kind(Sink sink) {
        return sink.isTable() ? "table" : "stream";
    }
}
