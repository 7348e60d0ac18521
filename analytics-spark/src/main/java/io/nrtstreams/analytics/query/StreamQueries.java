package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.analytics.query.read.TopicReading;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PushQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.QueryPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries in this process, in their readers' threads, over consumers of their own: nothing of them is on the broker. A
 * query whose state grows beyond the limit ends with a message. Thread-safe.
 */
final class StreamQueries implements PushQueries {

    private static final Logger LOG = LoggerFactory.getLogger(StreamQueries.class);
    private static final String OFFSET_RESET = "auto.offset.reset";
    private static final String SHARED = "SCALABLE_PUSH_QUERY_";

    private final SqlEnvironment environment;
    private final ConsumerPool consumers;
    private final long stateLimit;

    StreamQueries(SqlEnvironment environment, ConsumerPool consumers, long stateLimit) {
        this.environment = environment;
        this.consumers = consumers;
        this.stateLimit = stateLimit;
    }

    @Override
    public QueryRun start(QueryPlan plan, OptionalLong limit, CatalogView view, StatementContext context) {
        boolean earliest =
                context.properties().getOrDefault(OFFSET_RESET, "latest").equalsIgnoreCase("earliest");
        return start(id(plan, earliest, view), plan, limit, view, earliest, false);
    }

    /** The records that are there now, and no more. */
    QueryRun scan(QueryPlan plan, Optional<Long> limit, CatalogView view) {
        OptionalLong wanted = limit.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return start(plan.queryId(), plan, wanted, view, true, true);
    }

    private QueryRun start(
            String id, QueryPlan plan, OptionalLong limit, CatalogView view, boolean earliest, boolean untilEnd) {
        DirectHost host = DirectHost.start(
                plan,
                environment.functions(),
                environment.formats(),
                view.catalog().types(),
                log(plan.queryId()),
                stateLimit);
        Map<String, Boolean> topics = new LinkedHashMap<>();
        collect(plan.root(), topics);
        TopicReading reading = TopicReading.open(consumers, topics, earliest);
        return new StreamRun(id, reading, host, new ShownRows(plan.root()), limit, untilEnd);
    }

    private static ProcessingLog log(String queryId) {
        return entry -> LOG.debug("{}: {}", queryId, entry);
    }

    /** Of records of the same time, those of tables go first, so that joins find them. */
    private static void collect(PlanNode node, Map<String, Boolean> topics) {
        if (node instanceof PlanNode.Source source) {
            topics.merge(source.layout().topic(), source.isTable(), Boolean::logicalOr);
        }
        node.inputs().forEach(input -> collect(input, topics));
    }

    /** Clients tell by its name a query that sees only what comes of one persistent query's result. */
    private static String id(QueryPlan plan, boolean earliest, CatalogView view) {
        PlanNode node = plan.root();
        while (node instanceof PlanNode.Filter || node instanceof PlanNode.Project) {
            node = node.inputs().get(0);
        }
        boolean shared = !earliest
                && node instanceof PlanNode.Source source
                && view.catalog()
                        .source(source.name())
                        .flatMap(DataSource::createdBy)
                        .isPresent();
        return shared ? SHARED + plan.queryId() : plan.queryId();
    }
}
