package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.plan.PlanNode.ForeignKeyJoin;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query cut where rows have to meet others of their key. Stages stand before those that read them; the last one gives the
 * query's rows. Made by {@link Stages}.
 */
public record StagePlan(String queryId, List<Stage> stages, Optional<Sink> sink) {

    public StagePlan {
        stages = List.copyOf(stages);
    }

    public Stage last() {
        return stages.get(stages.size() - 1);
    }

    /**
     * Who takes the rows from there, in the order in which a row goes to them: that of the stages and their inputs, but the
     * left rows of a foreign-key join come first to where the answers will be.
     */
    public List<Reader> readers(From from) {
        List<Reader> first = new ArrayList<>();
        List<Reader> others = new ArrayList<>();
        for (Stage stage : stages) {
            for (Input input : stage.inputs()) {
                if (input.from().equals(from)) {
                    boolean awaitsAnswers = input.side() == 0
                            && stage.operator()
                                    .filter(Keyed.Responses.class::isInstance)
                                    .isPresent();
                    (awaitsAnswers ? first : others).add(new Reader(stage, input));
                }
            }
        }
        first.addAll(others);
        return first;
    }

    /** The sources whose records the stages read, in the order of the stages. */
    public Set<Source> sources() {
        Set<Source> sources = new LinkedHashSet<>();
        for (Stage stage : stages) {
            for (Input input : stage.inputs()) {
                if (input.from() instanceof From.Topic topic) {
                    sources.add(topic.source());
                }
            }
        }
        return sources;
    }

    /** The ids of the stages to which rows come from other partitions than those of their sources. */
    public Set<String> mixed() {
        Set<String> mixed = new HashSet<>();
        for (Stage stage : stages) {
            for (Input input : stage.inputs()) {
                if (input.movesRows()
                        || (input.from() instanceof From.Earlier from && mixed.contains(from.stageId()))) {
                    mixed.add(stage.id());
                }
            }
        }
        return mixed;
    }

    /** An input of a stage. */
    public record Reader(Stage stage, Input input) {}

    /**
     * Inputs with steps of their own, whose rows then meet by key in an operator, whose rows go through further steps.
     *
     * @param id unique in the plan and stable, as its state is found by it: made of the keyed node's id, or of the root's
     * @param inputs in the order in which a record that several of them read goes to them
     * @param operator absent when nothing is remembered by key
     */
    public record Stage(String id, List<Input> inputs, Optional<Keyed> operator, List<Step> after) {
        public Stage {
            inputs = List.copyOf(inputs);
            after = List.copyOf(after);
        }
    }

    /**
     * Where rows come from and what is done to each before it meets others of its key.
     *
     * @param side which side of the operator takes the rows
     */
    public record Input(int side, From from, List<Step> steps) {
        public Input {
            steps = List.copyOf(steps);
        }

        /** Whether rows leave the partition in which they were. */
        public boolean movesRows() {
            return steps.stream()
                    .anyMatch(step -> step instanceof Step.Subscribe
                            || (step instanceof Step.Apply apply && apply.node() instanceof PlanNode.Rekey));
        }
    }

    public sealed interface From {

        /** The records of a source's topic. */
        record Topic(Source source) implements From {
            @Override
            public String toString() {
                return "topic " + source.layout().topic();
            }
        }

        /** The rows of an earlier stage. */
        record Earlier(String stageId) implements From {
            @Override
            public String toString() {
                return "stage " + stageId;
            }
        }
    }

    /** What is done to a single row. */
    public sealed interface Step {

        /** A filter, projection, explosion or re-keying. */
        record Apply(PlanNode node) implements Step {}

        /** A left row's change as messages to the old and the new foreign key. */
        record Subscribe(ForeignKeyJoin join) implements Step {}
    }

    /** What is remembered by key. */
    public sealed interface Keyed {

        /** An aggregate, a DISTINCT, or a join by equal keys. */
        record Node(PlanNode node) implements Keyed {}

        /** A table's last rows, so that its changes carry the row before. */
        record Remember(Source source) implements Keyed {}

        /** By foreign key: side 0 takes what {@link Step.Subscribe} gives, side 1 the right table. */
        record Subscriptions(ForeignKeyJoin join) implements Keyed {}

        /** By the left key: side 0 takes the left table, side 1 what the subscriptions answer. */
        record Responses(ForeignKeyJoin join) implements Keyed {}
    }

    /** A line for each stage and what is in it. */
    @Override
    public String toString() {
        return new PlanText(this).text();
    }
}
