package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.BlockCodec.Stream;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.operator.StageCompiler;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.From;
import io.nrtstreams.sql.plan.StagePlan.Input;
import io.nrtstreams.sql.plan.StagePlan.Reader;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query's steps, connected for one task: its sources for a task that reads a topic, its keyed stages for one that works on
 * a slot. Rows that go on to a keyed stage leave by the exchange, those of the last stage as records. Single-threaded, used
 * again from task to task.
 */
final class QueryFlow {

    private final HostedQuery query;
    private final StagePlan plan;
    private final int[] levels;
    private final StageCompiler compiler;
    private final QueryLog log;
    private final @Nullable TopicCodec sink;
    private final ValueCodec values = new ValueCodec();
    private final BlockCodec blocks = new BlockCodec();
    private final Exchange exchange;
    private final Map<Reader, RowSink> inputs = new HashMap<>();
    private final List<@Nullable StageWork> works = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private @Nullable RecordOutput records;

    /** A source as it is read. */
    record Reading(TopicLayout layout, String sourceId, RowSink next) {}

    private QueryFlow(HostedQuery query, QueryPlan queryPlan, FlowEnvironment environment) {
        this.query = query;
        this.plan = Stages.of(queryPlan);
        this.levels = Levels.of(plan);
        this.log = new QueryLog(query.id(), this::log);
        Map<String, SqlType> types = new HashMap<>();
        query.types().forEach((name, text) -> types.put(name, TypeTexts.resolved(text)));
        this.compiler = new StageCompiler(
                plan, new Expressions(new ExpressionCompiler(environment.functions(), types, queryPlan.models())), log);
        this.sink = plan.sink()
                .map(to -> TopicCodec.of(to.layout(), environment.formats()))
                .orElse(null);
        this.exchange = new Exchange(query, levels, blocks);
        connect();
    }

    static QueryFlow compile(HostedQuery query, FlowEnvironment environment) {
        return new QueryFlow(query, PlanJson.read(query.plan()), environment);
    }

    private void connect() {
        for (int i = plan.stages().size() - 1; i >= 0; i--) {
            works.add(0, connect(i, plan.stages().get(i)));
        }
        Set<Source> sources = new LinkedHashSet<>();
        plan.stages().forEach(stage -> stage.inputs().forEach(input -> {
            if (input.from() instanceof From.Topic topic) {
                sources.add(topic.source());
            }
        }));
        sources.forEach(source ->
                readings.add(new Reading(source.layout(), source.id(), all(new From.Topic(source)))));
    }

    private @Nullable StageWork connect(int place, Stage stage) {
        boolean isLast = place == plan.stages().size() - 1;
        RowSink after = compiler.after(stage, isLast ? this::write : all(new From.Earlier(stage.id())));
        StoreState state = new StoreState(stage.id(), values);
        Optional<StageWork> work = compiler.operator(stage, state)
                .map(operator -> new StageWork(stage, operator, state, values, exchange, after));
        for (Input input : stage.inputs()) {
            RowSink next = work.isPresent() ? row -> exchange.accept(place, input.side(), row) : after;
            inputs.put(new Reader(stage, input), compiler.input(stage, input, next));
        }
        return work.orElse(null);
    }

    private RowSink all(From from) {
        List<RowSink> sinks = new ArrayList<>();
        for (Reader reader : plan.readers(from)) {
            RowSink input = inputs.get(reader);
            if (input == null) {
                throw new IllegalStateException("stage " + reader.stage().id() + " stands before one it reads");
            }
            sinks.add(input);
        }
        if (sinks.size() == 1) {
            return sinks.get(0);
        }
        RowSink[] each = sinks.toArray(RowSink[]::new);
        return row -> {
            for (RowSink one : each) {
                one.accept(row);
            }
        };
    }

    private RecordOutput records() {
        if (records == null) {
            throw new IllegalStateException("a row came when no task was under way");
        }
        return records;
    }

    private void log(ProcessingLog.Entry entry) {
        records().log(entry);
    }

    private void write(Row row) {
        TopicCodec codec = sink;
        if (codec == null) {
            throw new IllegalStateException("a persistent query without a sink");
        }
        TopicRecord record;
        try {
            record = codec.encode(row);
        } catch (EncodeException e) {
            log.add("sink", Kind.ENCODE, row.origin(), String.valueOf(e.getMessage()));
            return;
        }
        records().accept(query, record);
    }

    HostedQuery query() {
        return query;
    }

    QueryLog queryLog() {
        return log;
    }

    List<Reading> readings() {
        return readings;
    }

    BlockCodec blocks() {
        return blocks;
    }

    StagePlan plan() {
        return plan;
    }

    /** The keyed stage at a place of the plan. */
    StageWork work(int place) {
        StageWork work = works.get(place);
        if (work == null) {
            throw new IllegalStateException("rows came for a stage that keeps nothing");
        }
        return work;
    }

    List<StageWork> worksAt(int level) {
        List<StageWork> found = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            StageWork work = works.get(i);
            if (levels[i] == level && work != null) {
                found.add(work);
            }
        }
        return found;
    }

    void begin(Stream stream, BlockOutput blockOutput, RecordOutput recordOutput) {
        records = recordOutput;
        exchange.begin(stream, blockOutput);
    }

    void at(int clock, Cause cause) {
        exchange.at(clock, cause);
    }

    void finish() {
        exchange.finish();
        records = null;
    }
}
