package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.DescriptionEntity;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity.Counts;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity.QueryDescription;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity.SourceDescription;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.FieldInfo;
import io.nrtstreams.analytics.sql.entity.ListingEntity.QueryItem;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.PlanPrinter;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Streams, tables and queries as DESCRIBE and EXPLAIN tell them. */
final class Descriptions {

    private final QueryItems items;
    private final KafkaAccess kafka;

    Descriptions(QueryItems items, KafkaAccess kafka) {
        this.items = items;
        this.kafka = kafka;
    }

    Entity one(Position position, String text, String name, boolean extended, CatalogView view) {
        DataSource source = view.catalog()
                .source(name)
                .orElseThrow(() -> new SqlException(
                        position,
                        "There is no stream or table " + name + "."
                                + Suggestions.didYouMean(
                                        name,
                                        view.catalog().sources().stream()
                                                .map(DataSource::name)
                                                .toList())));
        return new DescriptionEntity.OneSource(text, source(source, extended, view), List.of());
    }

    Entity all(String text, SourceKind kind, boolean extended, CatalogView view) {
        return new DescriptionEntity.AllSources(
                text,
                view.catalog().sources().stream()
                        .filter(source -> source.kind() == kind)
                        .map(source -> source(source, extended, view))
                        .toList(),
                List.of());
    }

    private SourceDescription source(DataSource source, boolean extended, CatalogView view) {
        TopicLayout layout = source.layout();
        List<QueryItem> readers = view.queries().stream()
                .filter(query -> query.reads().contains(source.name()))
                .map(items::of)
                .toList();
        List<QueryItem> writers = view.queries().stream()
                .filter(query -> query.sink().equals(source.name()))
                .map(items::of)
                .toList();
        Counts counts = counts(readers, writers);
        boolean isOnBroker = source.location().isEmpty();
        return new SourceDescription(
                source.name(),
                window(layout),
                readers,
                writers,
                FieldInfo.of(layout.schema()),
                source.kind().name(),
                layout.timestamp().map(TimestampColumn::column).orElse(""),
                extended ? "records-in: " + counts.recordsIn() + ", records-out: " + counts.recordsOut() : "",
                extended ? "errors: " + counts.errors() : "",
                extended,
                layout.keyFormat().name(),
                layout.valueFormat().name(),
                layout.topic(),
                isOnBroker && extended ? source.partitions() : 0,
                isOnBroker && extended ? replicas(layout.topic()) : 0,
                source.statement(),
                usedBy(source, view),
                extended ? counts : null);
    }

    private static @Nullable String window(TopicLayout layout) {
        return layout.window().map(KeyWindow::kind).map(Enum::name).orElse(null);
    }

    private int replicas(String topic) {
        return kafka.broker().map(topics -> topics.replicas(topic).orElse(0)).orElse(0);
    }

    /** The streams and tables that are made of this one. */
    private static List<String> usedBy(DataSource source, CatalogView view) {
        return view.queries().stream()
                .filter(query -> query.reads().contains(source.name()))
                .map(PersistentQuery::sink)
                .distinct()
                .toList();
    }

    private static Counts counts(List<QueryItem> readers, List<QueryItem> writers) {
        return new Counts(
                sum(writers.stream().map(QueryItem::recordsIn)),
                sum(writers.stream().map(QueryItem::recordsOut)),
                sum(Stream.concat(readers.stream(), writers.stream()).distinct().map(QueryItem::errors)));
    }

    private static long sum(Stream<@Nullable Long> counts) {
        return counts.filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }

    QueryDescription query(PersistentQuery query) {
        QueryItem item = items.of(query);
        return new QueryDescription(
                query.id(),
                query.statement(),
                query.plan().sink().map(sink -> window(sink.layout())).orElse(null),
                FieldInfo.of(query.plan().sink().orElseThrow().layout().schema()),
                query.reads().stream().sorted().toList(),
                List.of(query.sink()),
                Stages.of(query.plan()).toString(),
                PlanPrinter.print(query.plan()),
                Map.of(),
                item.queryType(),
                item.state(),
                item);
    }

    /** EXPLAIN of a query that runs. */
    Entity running(Position position, String text, String id, CatalogView view) {
        Optional<PersistentQuery> query =
                view.queries().stream().filter(one -> one.id().equals(id)).findFirst();
        return new DescriptionEntity.OneQuery(
                text,
                query(query.orElseThrow(() -> new SqlException(
                        position,
                        "There is no query " + id + "."
                                + Suggestions.didYouMean(
                                        id,
                                        view.queries().stream()
                                                .map(PersistentQuery::id)
                                                .toList())
                                + " SHOW QUERIES lists them."))),
                List.of());
    }

    /**
     * EXPLAIN of a statement.
     *
     * @param explained its own text
     */
    static Entity planned(String text, String explained, QueryPlan plan, List<String> reads) {
        return new DescriptionEntity.OneQuery(
                text,
                new QueryDescription(
                        "",
                        explained,
                        plan.sink().map(sink -> window(sink.layout())).orElse(null),
                        FieldInfo.of(plan.root().schema()),
                        reads,
                        plan.sink().map(sink -> List.of(sink.name())).orElse(List.of()),
                        Stages.of(plan).toString(),
                        PlanPrinter.print(plan),
                        Map.of(),
                        plan.sink().isPresent() ? "PERSISTENT" : "PUSH",
                        null,
                        null),
                List.of());
    }
}
