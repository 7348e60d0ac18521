package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.batch.StoredSources;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.PushQueries;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.plan.QueryPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs SELECT … EMIT over a stream of objects: its rows pass by, ordered by the objects' names and then as they lie there, and
 * behind the last the query is over. Other queries go to the one behind. Thread-safe.
 */
public final class ObjectPushes implements PushQueries {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectPushes.class);

    private final PushQueries others;
    private final SqlEnvironment environment;
    private final StoredSources stored;

    /**
     * In front of others.
     *
     * @param stored reads the objects
     */
    public ObjectPushes(PushQueries others, SqlEnvironment environment, StoredSources stored) {
        this.others = others;
        this.environment = environment;
        this.stored = stored;
    }

    @Override
    public QueryRun start(QueryPlan plan, OptionalLong limit, CatalogView view, StatementContext context) {
        List<DataSource> sources = sources(plan, view);
        List<DataSource> objects =
                sources.stream().filter(source -> source.location().isPresent()).toList();
        if (objects.isEmpty()) {
            return others.start(plan, limit, view, context);
        }
        if (sources.size() > 1) {
            throw new SqlException(
                    "The query joins the objects of " + objects.get(0).name()
                            + " with something else, and it cannot be told which rows come first. Leave EMIT out: Spark then joins"
                            + " all of them.");
        }
        return start(plan, limit, view, objects.get(0));
    }

    private static List<DataSource> sources(QueryPlan plan, CatalogView view) {
        return PlanTopics.of(plan).stream()
                .map(topic -> view.catalog().sources().stream()
                        .filter(source -> source.layout().topic().equals(topic))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private QueryRun start(QueryPlan plan, OptionalLong limit, CatalogView view, DataSource source) {
        // Between the objects and the query rows are records of a format that the query knows by the objects' name.
        Formats formats = environment
                .formats()
                .with(new NamedJson(source.layout().valueFormat().name()));
        DirectHost host = DirectHost.start(
                plan, environment.functions(), formats, view.catalog().types(), log(plan.queryId()));
        try {
            return new ObjectRun(
                    plan.queryId(),
                    stored.rows(source),
                    TopicCodec.of(source.layout(), formats),
                    host,
                    new ShownRows(plan.root()),
                    limit);
        } catch (IOException e) {
            throw ObjectRun.unreadable(source.layout().topic(), e);
        }
    }

    private static ProcessingLog log(String queryId) {
        return entry -> LOG.debug("{}: {}", queryId, entry);
    }
}
