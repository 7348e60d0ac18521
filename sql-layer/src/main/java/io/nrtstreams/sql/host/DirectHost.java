package io.nrtstreams.sql.host;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.ProcessingLog.Kind;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.operator.Expressions;
import io.nrtstreams.sql.operator.QueryLog;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlType;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One query in this process, a record at a time, with state in memory. All that a record brings about is given before the
 * call returns. A record that cannot be decoded, or a result that cannot be encoded, goes to the processing log and the query
 * goes on. Single-threaded.
 *
 * <p>Records of a source should come in the order of their offsets. Each partition has a stream time of its own until rows
 * are re-keyed, from where on one counts for all.
 */
public final class DirectHost {

    /** How many rows of state an operator holds at most, unless told otherwise. */
    public static final long DEFAULT_STATE_LIMIT = 10_000_000;

    private final QueryLog log;
    private final Dataflow flow;
    private final @Nullable TopicCodec sink;

    private DirectHost(QueryLog log, Dataflow flow, @Nullable TopicCodec sink) {
        this.log = log;
        this.flow = flow;
        this.sink = sink;
    }

    /**
     * A query at its start, with {@link #DEFAULT_STATE_LIMIT}.
     *
     * @throws io.nrtstreams.sql.SqlException when the plan holds an expression or format that cannot run
     */
    public static DirectHost start(
            QueryPlan plan,
            FunctionRegistry functions,
            Formats formats,
            Map<String, SqlType> types,
            ProcessingLog log) {
        return start(plan, functions, formats, types, log, DEFAULT_STATE_LIMIT);
    }

    /**
     * A query at its start.
     *
     * @param types made by CREATE TYPE, by name
     * @param stateLimit how many rows each operator may hold; one more ends the query with an SqlException
     * @throws io.nrtstreams.sql.SqlException when the plan holds an expression or format that cannot run
     */
    public static DirectHost start(
            QueryPlan plan,
            FunctionRegistry functions,
            Formats formats,
            Map<String, SqlType> types,
            ProcessingLog log,
            long stateLimit) {
        QueryLog queryLog = new QueryLog(plan.queryId(), log);
        Expressions expressions = new Expressions(new ExpressionCompiler(functions, types, plan.models()));
        Dataflow flow = new DataflowBuilder(Stages.of(plan), expressions, formats, queryLog, stateLimit).build();
        return new DirectHost(
                queryLog,
                flow,
                plan.sink().map(to -> TopicCodec.of(to.layout(), formats)).orElse(null));
    }

    /** The topics that the query reads. */
    public Set<String> topics() {
        return flow.topics();
    }

    /** How many rows of state the query holds. */
    public long stateRows() {
        return flow.stateRows();
    }

    /**
     * Runs a record through the query, and gives the records of the sink; records of topics that it does not read bring about
     * nothing.
     *
     * @throws IllegalStateException when the query has no sink
     * @throws io.nrtstreams.sql.SqlException when the state limit is reached
     */
    public void process(TopicRecord record, Consumer<TopicRecord> out) {
        TopicCodec codec = sink;
        if (codec == null) {
            throw new IllegalStateException("a query without a sink gives rows, not records");
        }
        flow.process(record, row -> encode(codec, row, out));
    }

    /**
     * Runs a record through the query, and gives the rows.
     *
     * @throws io.nrtstreams.sql.SqlException when the state limit is reached
     */
    public void processRows(TopicRecord record, Consumer<Row> out) {
        flow.process(record, out::accept);
    }

    private void encode(TopicCodec codec, Row row, Consumer<TopicRecord> out) {
        TopicRecord encoded;
        try {
            encoded = codec.encode(row);
        } catch (EncodeException e) {
            log.add("sink", Kind.ENCODE, row.origin(), String.valueOf(e.getMessage()));
            return;
        }
        out.accept(encoded);
    }
}
