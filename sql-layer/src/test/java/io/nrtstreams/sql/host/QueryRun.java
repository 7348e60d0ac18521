package io.nrtstreams.sql.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query that is fed records and keeps what it gives as text: {@code key[window] -> columns @time}. */
public final class QueryRun {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();

    private final DirectHost host;
    private final List<Row> rows = new ArrayList<>();
    private final List<ProcessingLog.Entry> log = new ArrayList<>();
    private long offset;

    private QueryRun(PlanNode root, long stateLimit) {
        QueryPlan plan = new QueryPlan("QUERY_1", root, Optional.empty());
        host = DirectHost.start(plan, FUNCTIONS, Formats.withoutRegistry(), Map.of(), log::add, stateLimit);
    }

    public static QueryRun of(PlanNode root) {
        return new QueryRun(root, DirectHost.DEFAULT_STATE_LIMIT);
    }

    public static QueryRun of(PlanNode root, long stateLimit) {
        return new QueryRun(root, stateLimit);
    }

    /** Feeds a record whose key and value are JSON. */
    public QueryRun feed(String topic, @Nullable String key, @Nullable String value, long time) {
        return feed(topic, 0, key, value, time);
    }

    public QueryRun feed(String topic, int partition, @Nullable String key, @Nullable String value, long time) {
        host.processRows(
                new TopicRecord(topic, partition, offset++, time, bytes(key), bytes(value), List.of()), rows::add);
        return this;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    public List<String> results() {
        return rows.stream().map(QueryRun::text).toList();
    }

    /** What came since the last call. */
    public List<String> newResults() {
        List<String> results = results();
        rows.clear();
        return results;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<ProcessingLog.Entry> log() {
        return log;
    }

    public long stateRows() {
        return host.stateRows();
    }

    private static String text(Row row) {
        String window = row.window() == null
                ? ""
                : "[" + row.window().start() + "," + row.window().end() + "]";
        return columns(row.key()) + window + " -> " + columns(row.value()) + " @" + row.timestamp();
    }

    public static String columns(@Nullable Object @Nullable [] columns) {
        return columns == null
                ? "null"
                : Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining(","));
    }
}
