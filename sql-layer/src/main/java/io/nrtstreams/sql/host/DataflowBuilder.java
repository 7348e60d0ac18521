package io.nrtstreams.sql.host;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.operator.StageCompiler;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Reader;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.state.InMemoryState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connects the stages of a plan, from the last one to the sources. */
final class DataflowBuilder {

    private final StagePlan plan;
    private final StageCompiler compiler;
    private final Formats formats;
    private final QueryLog log;
    private final long stateLimit;
    private final CurrentPartition partition = new CurrentPartition();
    private final List<InMemoryState> states = new ArrayList<>();
    private final Set<String> mixed = new HashSet<>();
    private final Map<Reader, RowSink> inputs = new HashMap<>();

    DataflowBuilder(StagePlan plan, Expressions expressions, Formats formats, QueryLog log, long stateLimit) {
        this.plan = plan;
        this.compiler = new StageCompiler(plan, expressions, log);
        this.formats = formats;
        this.log = log;
        this.stateLimit = stateLimit;
    }

    Dataflow build() {
        for (Stage stage : plan.stages()) {
            if (stage.inputs().stream().anyMatch(this::isMixed)) {
                mixed.add(stage.id());
            }
        }
        Dataflow.Outlet outlet = new Dataflow.Outlet();
        for (int i = plan.stages().size() - 1; i >= 0; i--) {
            Stage stage = plan.stages().get(i);
            RowSink output = i == plan.stages().size() - 1 ? outlet : all(new From.Earlier(stage.id()));
            connect(stage, compiler.after(stage, output));
        }
        return new Dataflow(readings(), states, partition, outlet);
    }

    private boolean isMixed(Input input) {
        return input.movesRows() || (input.from() instanceof From.Earlier from && mixed.contains(from.stageId()));
    }

    private void connect(Stage stage, RowSink after) {
        InMemoryState state = new InMemoryState(stateLimit);
        StageRunner runner = compiler.operator(stage, state)
                .map(operator -> new StageRunner(operator, state, partition, mixed.contains(stage.id()), after))
                .orElse(null);
        if (runner != null) {
            states.add(state);
        }
        for (Input input : stage.inputs()) {
            RowSink next = runner == null ? after : runner.side(input.side());
            inputs.put(new Reader(stage, input), compiler.input(stage, input, next));
        }
    }

    private RowSink all(From from) {
        RowSink[] sinks = plan.readers(from).stream().map(this::input).toArray(RowSink[]::new);
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

    /** By topic. */
    private Map<String, List<Reading>> readings() {
        Set<Source> sources = new LinkedHashSet<>();
        for (Stage stage : plan.stages()) {
            for (Input input : stage.inputs()) {
                if (input.from() instanceof From.Topic topic) {
                    sources.add(topic.source());
                }
            }
        }
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        for (Source source : sources) {
            readings.computeIfAbsent(source.layout().topic(), topic -> new ArrayList<>())
                    .add(new Reading(
                            source.id(), TopicCodec.of(source.layout(), formats), log, all(new From.Topic(source))));
        }
        return readings;
    }
}
