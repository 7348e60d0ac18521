package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.StreamRun.ShownColumns;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PushQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Push queries, and pull queries of streams: each reads its topics by itself. Thread-safe. */
public final class TopicQueries implements PushQueries {

    /** How many rows an operator of such a query may hold; one more ends the query. */
    private static final long STATE_LIMIT = 1_000_000;

    private static final String OFFSET_RESET = "auto.offset.reset";

    private final SqlEnvironment environment;
    private final AtomicLong numbers = new AtomicLong();

    public TopicQueries(SqlEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public QueryRun start(QueryPlan plan, OptionalLong limit, CatalogView view, StatementContext context) {
        boolean earliest = "earliest"
                .equalsIgnoreCase(context.properties()
                        .getOrDefault(
                                OFFSET_RESET, context.properties().getOrDefault("ksql.streams." + OFFSET_RESET, "latest")));
        String id = (earliest ? "transient_" : "SCALABLE_PUSH_QUERY_") + plan.queryId() + "_" + numbers.incrementAndGet();
        List<ResultColumn> columns = plan.root().schema().value().stream()
                .map(column -> new ResultColumn(column.name(), column.type(), false))
                .toList();
        return run(plan, new ResultHeader(Optional.of(id), columns), limit, view, earliest, false);
    }

    /** The records of a stream until now, each once. */
    QueryRun untilNow(PullPlan plan, CatalogView view) {
        String id = "PULL_" + numbers.incrementAndGet();
        return run(
                plan.steps(),
                new ResultHeader(Optional.of(id), plan.columns()),
                plan.limit(),
                view,
                true,
                true);
    }

    private QueryRun run(
            QueryPlan plan,
            ResultHeader header,
            OptionalLong limit,
            CatalogView view,
            boolean earliest,
            boolean untilNow) {
        DirectHost host = DirectHost.start(
                plan,
                environment.functions(),
                environment.formats(),
                view.catalog().types(),
                ProcessingLog.NONE,
                STATE_LIMIT);
        KafkaConsumer<byte[], byte[]> consumer = TopicReading.consumer(environment);
        try {
            Set<TopicPartition> partitions = StreamRun.partitions(consumer, host.topics());
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = untilNow || !earliest ? consumer.endOffsets(partitions) : Map.of();
            if (earliest) {
                consumer.seekToBeginning(partitions);
            } else {
                ends.forEach(consumer::seek);
            }
            return new StreamRun(
                    header, host, consumer, untilNow ? ends : Map.of(), shown(plan), limit);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static ShownColumns shown(QueryPlan plan) {
        Schema schema = plan.root().schema();
        List<String> keys = schema.key().stream().map(Column::name).toList();
        return new ShownColumns(
                schema.value().size(),
                schema.value().stream()
                        .map(column -> keys.indexOf(column.name()))
                        .toList());
    }
}
