package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.function.Present;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.operator.RowSink;
import io.nrtstreams.sql.operator.StageCompiler;
import io.nrtstreams.sql.operator.StageWiring;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.StagePlan;
import io.nrtstreams.sql.plan.StagePlan.Stage;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A query's steps, connected for one task: its sources for a task that reads a topic, its keyed stages for one that works on
 * a slot. Rows that go on to a keyed stage leave by the spread, those of the last stage as records. Single-threaded, used
 * again from task to task.
 */
final class QueryFlow {

    private final HostedQuery query;
    private final StagePlan plan;
    private final List<Port> ports;
    private final Spread spread;
    private final QueryLog log;
    private final StageCompiler compiler;
    private final Set<String> mixed;
    private final @Nullable TopicCodec sink;
    private final Map<Integer, StageWork> works = new HashMap<>();
    private final Map<Source, RowSink> sources;
    private @Nullable RecordOutput records;

    private QueryFlow(HostedQuery query, QueryPlan queryPlan, FlowEnvironment environment) {
        this.query = query;
        this.plan = Stages.of(queryPlan);
        this.ports = Port.of(plan);
        this.spread = new Spread(query, ports);
        this.log = new QueryLog(query.id(), this::log);
        this.mixed = plan.mixed();
        this.compiler = new StageCompiler(
                plan,
                new Expressions(new ExpressionCompiler(environment.functions(), types(query), queryPlan.models())),
                log);
        this.sink = plan.sink()
                .map(to -> TopicCodec.of(to.layout(), environment.formats()))
                .orElse(null);
        this.sources = StageWiring.connect(plan, compiler, this::keyed, this::write);
    }

    static QueryFlow compile(HostedQuery query, FlowEnvironment environment) {
        return new QueryFlow(query, PlanJson.read(query.plan()), environment);
    }

    private static Map<String, SqlType> types(HostedQuery query) {
        TypeResolver resolver = new TypeResolver(Map.of());
        Map<String, SqlType> types = new HashMap<>();
        query.types().forEach((name, text) -> types.put(name, resolver.resolve(new SqlParser().parseType(text))));
        return types;
    }

    private IntFunction<RowSink> keyed(Stage stage, RowSink after) {
        int place = plan.stages().indexOf(stage);
        List<Port> own = ports.stream().filter(port -> port.stage() == place).toList();
        StageState state = new StageState(stage.id(), own.get(0).keys());
        works.put(
                place,
                new StageWork(
                        stage.id(),
                        compiler.operator(stage, state).orElseThrow(),
                        state,
                        mixed.contains(stage.id()),
                        after));
        return side -> {
            Port port =
                    own.stream().filter(one -> one.side() == side).findFirst().orElseThrow();
            return row -> spread.accept(port, row);
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

    List<Port> ports() {
        return ports;
    }

    Map<Source, RowSink> sources() {
        return sources;
    }

    /** The stage behind a port. */
    StageWork work(Port port) {
        StageWork work = works.get(port.stage());
        if (work == null) {
            throw new IllegalStateException("rows came for a stage that keeps nothing");
        }
        return work;
    }

    List<StageWork> worksAt(int level) {
        return ports.stream()
                .filter(port -> port.level() == level)
                .map(this::work)
                .distinct()
                .toList();
    }

    /**
     * Begins a task.
     *
     * @param time the present of functions, in ms since the epoch
     * @param task as blocks name it
     * @return the present of the query's functions in this task, chance included
     */
    Present begin(long time, String task, BlockOutput blockOutput, RecordOutput recordOutput) {
        records = recordOutput;
        spread.begin(time, task, blockOutput);
        long seed = 31L * (query.id() + "/" + query.sequence()).hashCode() + task.hashCode();
        return new Present(time, (seed * 0x9E3779B97F4A7C15L) ^ time);
    }

    void at(Cause cause) {
        spread.at(cause);
    }

    /** Ends a task, see {@link Spread#finish}. */
    void finish(SortedMap<Stream, Long> behind) {
        spread.finish(behind);
        records = null;
    }
}
