package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Reader;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Connects the stages of a plan, from the last one to the sources. What it makes is single-threaded. */
public final class StageWiring {

    /** Makes the places where rows meet others of their key. */
    @FunctionalInterface
    public interface Meetings {

        /**
         * The place of a stage that has an operator.
         *
         * @param after what the operator's rows go to
         * @return what takes the rows of a side
         */
        IntFunction<RowSink> at(Stage stage, RowSink after);
    }

    private final StagePlan plan;
    private final StageCompiler compiler;
    private final Map<Reader, RowSink> inputs = new HashMap<>();

    private StageWiring(StagePlan plan, StageCompiler compiler) {
        this.plan = plan;
        this.compiler = compiler;
    }

    /**
     * Connects the stages.
     *
     * @param last takes the query's rows
     * @return what takes the rows of each source, in the order in which a record goes to them
     * @throws io.nrtstreams.sql.SqlException where an expression cannot be compiled
     */
    public static Map<Source, RowSink> connect(
            StagePlan plan, StageCompiler compiler, Meetings meetings, RowSink last) {
        StageWiring wiring = new StageWiring(plan, compiler);
        for (int i = plan.stages().size() - 1; i >= 0; i--) {
            Stage stage = plan.stages().get(i);
            RowSink output = i == plan.stages().size() - 1 ? last : wiring.all(new From.Earlier(stage.id()));
            wiring.connect(stage, compiler.after(stage, output), meetings);
        }
        Map<Source, RowSink> sources = new LinkedHashMap<>();
        plan.sources().forEach(source -> sources.put(source, wiring.all(new From.Topic(source))));
        return sources;
    }

    private void connect(Stage stage, RowSink after, Meetings meetings) {
        IntFunction<RowSink> sides = stage.operator().isPresent() ? meetings.at(stage, after) : side -> after;
        for (Input input : stage.inputs()) {
            inputs.put(new Reader(stage, input), compiler.input(stage, input, sides.apply(input.side())));
        }
    }

    private RowSink all(From from) {
        List<Reader> readers = plan.readers(from);
        RowSink[] sinks = readers.stream().map(this::input).toArray(RowSink[]::new);
        if (sinks.length == 1) {
            return sinks[0];
        }
        return row -> {
            for (RowSink sink : sinks) {
                sink.accept(row);
            }
        };
    }

    private RowSink input(Reader reader) {
        RowSink sink = inputs.get(reader);
        if (sink == null) {
            throw new IllegalStateException("stage " + reader.stage().id() + " stands before one whose rows it reads");
        }
        return sink;
    }
}
