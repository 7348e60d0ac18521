package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.store.StoredRows;
import io.nrtstreams.analytics.query.store.StoredTable;
import io.nrtstreams.analytics.query.store.TableStores;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PullQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.PullPlanner;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.plan.PullPlan;
import io.nrtstreams.sql.plan.PullPlan.Beyond;
import io.nrtstreams.sql.plan.PullPlan.StreamScan;
import io.nrtstreams.sql.plan.PullPlan.TableLookUp;
import io.nrtstreams.sql.tree.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers SELECT without EMIT: from the stored rows of a table, from a stream's topic, or by handing what is more than that to
 * a batch. Thread-safe.
 */
final class LookUps implements PullQueries {

    private static final Logger LOG = LoggerFactory.getLogger(LookUps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ProcessingLog TOLD_IN_DEBUG = entry -> LOG.debug("{}", entry);

    private final SqlEnvironment environment;
    private final TableStores stores;
    private final StreamQueries streams;
    private final Optional<PullQueries> beyond;
    private final AtomicLong scans = new AtomicLong();

    LookUps(SqlEnvironment environment, TableStores stores, StreamQueries streams, Optional<PullQueries> beyond) {
        this.environment = environment;
        this.stores = stores;
        this.streams = streams;
        this.beyond = beyond;
    }

    @Override
    public QueryRun start(Query query, String text, CatalogView view, StatementContext context) {
        PullPlan plan = new PullPlanner(
                        view.catalog(), environment.functions(), environment.formats(), context.properties())
                .plan(query, "PULL_" + scans.incrementAndGet());
        if (plan instanceof TableLookUp lookUp) {
            return lookUp(lookUp, view);
        } else if (plan instanceof StreamScan scan) {
            return streams.scan(scan.plan(), scan.limit(), view);
        }
        Beyond more = (Beyond) plan;
        return beyond.orElseThrow(() -> new SqlException(
                        query.position(),
                        "A pull query looks rows up, and this one has " + more.clause()
                                + ", which this server has nothing to compute with. Add EMIT CHANGES, or make a table of it"
                                + " and ask that."))
                .start(query, text, view, context);
    }

    @Override
    public Optional<QueryRun> startForeign(String text, CatalogView view, StatementContext context) {
        return beyond.flatMap(batch -> batch.startForeign(text, view, context));
    }

    private QueryRun lookUp(TableLookUp plan, CatalogView view) {
        StoredTable table = stores.find(plan.table())
                .orElseThrow(() -> new SqlException("The rows of " + plan.table()
                        + " are not stored on this server, which has just started or stopped. Ask again in a while."));
        RowSelection selection = RowSelection.of(
                plan,
                new ExpressionCompiler(
                        environment.functions(),
                        view.catalog().types(),
                        view.catalog().models()),
                TOLD_IN_DEBUG);
        List<ResultColumn> columns = plan.columns().stream()
                .map(column -> new ResultColumn(column.name(), column.type(), column.isKey()))
                .toList();
        StoredRows rows = table.read(plan.spans(), PATIENCE);
        return new TableRun(columns, rows, selection, plan.limit());
    }
}
