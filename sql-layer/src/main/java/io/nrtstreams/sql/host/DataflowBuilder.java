package io.nrtstreams.sql.host;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.operator.StageCompiler;
import io.nrtstreams.sql.operator.StageWiring;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.state.InMemoryState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Connects the stages of a plan, with their operators' state in memory. */
final class DataflowBuilder {

    private final StagePlan plan;
    private final StageCompiler compiler;
    private final Formats formats;
    private final QueryLog log;
    private final long stateLimit;
    private final CurrentPartition partition = new CurrentPartition();
    private final List<InMemoryState> states = new ArrayList<>();
    private final Set<String> mixed;

    DataflowBuilder(StagePlan plan, Expressions expressions, Formats formats, QueryLog log, long stateLimit) {
        this.plan = plan;
        this.compiler = new StageCompiler(plan, expressions, log);
        this.formats = formats;
        this.log = log;
        this.stateLimit = stateLimit;
        this.mixed = plan.mixed();
    }

    Dataflow build() {
        Dataflow.Outlet outlet = new Dataflow.Outlet();
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        StageWiring.connect(plan, compiler, this::runner, outlet)
                .forEach((source, sink) -> readings.computeIfAbsent(
                                source.layout().topic(), topic -> new ArrayList<>())
                        .add(new Reading(source.id(), TopicCodec.of(source.layout(), formats), log, sink)));
        return new Dataflow(readings, states, partition, outlet);
    }

    private IntFunction<RowSink> runner(Stage stage, RowSink after) {
        InMemoryState state = new InMemoryState(stateLimit);
        states.add(state);
        StageRunner runner = new StageRunner(
                compiler.operator(stage, state).orElseThrow(), state, partition, mixed.contains(stage.id()), after);
        return runner::side;
    }
}
