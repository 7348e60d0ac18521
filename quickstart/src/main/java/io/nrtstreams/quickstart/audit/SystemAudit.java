package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.mock.MockSourceConnector;
import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.quickstart.CommandFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Audits each series from its seed to Kafka and each topic from Kafka to S3, and joins the two to one line a feed. */
final class SystemAudit implements Audit {
    private static final String CONNECTOR_CLASS = "connector.class";
    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

    @Override
    public AuditReport run(AuditScope scope) {
        try {
            TopicReader kafka = new TopicReader(scope.bootstrapServers());
            Optional<ConnectorView> worker =
                    scope.connectUrl().map(rest -> new ConnectorView(rest, scope.environment()));
            Map<String, Map<String, String>> connectors =
                    worker.map(ConnectorView::configurations).orElse(Map.of());
            Lake lake = auditLake(scope, kafka, connectors);
            Map<String, TopicAudit> topics = lake.topics();
            Map<String, FeedAudit> feeds = new TreeMap<>();
            worker.ifPresent(view -> connectors.forEach((name, config) -> {
                if (MockSourceConnector.class.getName().equals(config.get(CONNECTOR_CLASS))) {
                    FeedAudit feed = auditSource(view.resolved(config), view.positions(name), kafka, topics);
                    feeds.put(feed.name(), feed);
                }
            }));
            addTopicsWithoutSource(topics, feeds);
            return report(feeds.values(), topics.values(), lake.inventory());
        } catch (KafkaException | StoreException | IllegalStateException e) {
            throw new CommandFailure("The audit could not be done: " + e.getMessage(), e);
        }
    }

    private record Lake(LakeAudit.Inventory inventory, Map<String, TopicAudit> topics) {}

    private static Lake auditLake(AuditScope scope, TopicReader kafka, Map<String, Map<String, String>> connectors) {
        List<Map<String, String>> sinks = connectors.values().stream()
                .filter(config -> S3SinkConnector.class.getName().equals(config.get(CONNECTOR_CLASS)))
                .toList();
        Stream<String> named = sinks.stream().flatMap(config -> Stream.ofNullable(config.get(DEAD_LETTERS)));
        DeadLetters letters = DeadLetters.read(
                kafka,
                Stream.concat(scope.deadLetterTopics().stream(), named)
                        .distinct()
                        .toList());
        try (ObjectStore store = scope.lake().open()) {
            LakeAudit lake = new LakeAudit(kafka, store, scope.lake().prefix());
            LakeAudit.Inventory inventory = lake.inventory();
            Set<String> topics = new TreeSet<>(inventory.topics());
            topics.addAll(sunk(sinks, scope.lake().prefix()));
            return new Lake(
                    inventory,
                    topics.stream()
                            .map(topic -> lake.audit(topic, letters))
                            .collect(Collectors.toMap(TopicAudit::topic, audit -> audit)));
        }
    }

    /** The topics that the sinks of a prefix name: of these something has to be stored, even if nothing is. */
    static Set<String> sunk(List<Map<String, String>> sinks, String prefix) {
        return sinks.stream()
                .filter(config -> config.getOrDefault("s3.prefix", "").equals(prefix))
                .flatMap(config -> Stream.of(config.getOrDefault("topics", "").split(",")))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
    }

    private static FeedAudit auditSource(
            Map<String, String> config,
            List<SourcePosition> positions,
            TopicReader kafka,
            Map<String, TopicAudit> topics) {
        RecordSeries series = RecordSeries.of(config);
        SeriesAudit.Outcome outcome = new SeriesAudit(kafka).audit(config, positions);
        TopicAudit topic = topics.getOrDefault(series.topic(), TopicAudit.nothingOf(series.topic()));
        List<String> findings = new ArrayList<>(topic.findings());
        note(findings, series.topic(), outcome.missing(), "were produced and are not in Kafka");
        note(findings, series.topic(), outcome.doubled(), "are in Kafka more often than they were produced");
        long inTopic = outcome.produced() - outcome.rejected() - outcome.dropped();
        return new FeedAudit(
                feedName(config, series.topic()),
                series.topic(),
                outcome.produced(),
                inTopic - topic.rejected(),
                outcome.rejected() + topic.rejected(),
                topic.stored(),
                outcome.missing() + topic.missing(),
                outcome.doubled() + topic.doubled(),
                findings);
    }

    /** A replay is told from others by its topic; any other feed has a name of its own. */
    private static String feedName(Map<String, String> config, String topic) {
        String feed = config.getOrDefault("feed", topic);
        return feed.equals("replay") ? topic : feed;
    }

    private static void addTopicsWithoutSource(Map<String, TopicAudit> topics, Map<String, FeedAudit> feeds) {
        List<String> covered = feeds.values().stream().map(FeedAudit::topic).toList();
        topics.values().stream()
                .filter(topic -> !covered.contains(topic.topic()))
                .forEach(topic -> feeds.put(topic.topic(), FeedAudit.ofTopic(topic)));
    }

    static AuditReport report(
            Collection<FeedAudit> feeds, Collection<TopicAudit> topics, LakeAudit.Inventory inventory) {
        Sentences notes = new Sentences();
        topics.forEach(topic -> notes.addAll(topic.notes()));
        notes.addAll(inventory.strangers().all());
        List<String> findings = inventory.topics().isEmpty()
                ? List.of("no object of the sink lies below the prefix: are bucket and prefix those of the sinks?")
                : List.of();
        return new AuditReport(List.copyOf(feeds), findings, notes.all());
    }

    private static void note(List<String> findings, String topic, long count, String what) {
        if (count > 0) {
            findings.add(topic + ": " + count + " records " + what);
        }
    }
}
