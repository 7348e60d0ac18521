package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.mock.MockSourceConnector;
import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.ObjectStores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Audits what the connectors of one worker did: each series from its seed to Kafka, each topic from Kafka to S3. */
final class WorkerAudit implements Audit {
    private static final String CONNECTOR_CLASS = "connector.class";
    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

    @Override
    public AuditReport run(AuditScope scope) {
        ConnectorView worker = new ConnectorView(scope.connect(), scope.environment());
        TopicReader kafka = new TopicReader(scope.bootstrap());
        Map<String, Map<String, String>> configurations = worker.configurations();

        Map<String, TopicAudit> stored = new HashMap<>();
        for (Map<String, String> sink : ofClass(S3SinkConnector.class, configurations.values())) {
            auditSink(worker.resolved(sink), kafka).forEach(audit -> stored.put(audit.topic(), audit));
        }

        Map<String, FeedAudit> feeds = new TreeMap<>();
        configurations.forEach((name, config) -> {
            if (MockSourceConnector.class.getName().equals(config.get(CONNECTOR_CLASS))) {
                FeedAudit feed = auditSource(worker.resolved(config), worker.positions(name), kafka, stored);
                feeds.put(feed.name(), feed);
            }
        });
        Set<String> covered = feeds.values().stream().map(FeedAudit::topic).collect(Collectors.toSet());
        stored.values().stream()
                .filter(topic -> !covered.contains(topic.topic()))
                .forEach(topic -> feeds.put(topic.topic(), withoutSource(topic)));
        return new AuditReport(
                List.copyOf(feeds.values()),
                stored.values().stream().mapToLong(TopicAudit::objects).sum(),
                stored.values().stream().mapToLong(TopicAudit::bytes).sum());
    }

    private static List<Map<String, String>> ofClass(Class<?> type, Collection<Map<String, String>> configurations) {
        return configurations.stream()
                .filter(config -> type.getName().equals(config.get(CONNECTOR_CLASS)))
                .toList();
    }

    private static List<TopicAudit> auditSink(Map<String, String> config, TopicReader kafka) {
        DeadLetters letters = DeadLetters.read(
                kafka, Optional.ofNullable(config.get(DEAD_LETTERS)).stream().toList());
        try (ObjectStore store = ObjectStores.open(S3SinkConnector.storeSettings(config))) {
            LakeAudit lake = new LakeAudit(kafka, store, config.getOrDefault("s3.prefix", ""));
            return Arrays.stream(config.getOrDefault("topics", "").split(",", -1))
                    .map(String::trim)
                    .filter(topic -> !topic.isEmpty())
                    .map(topic -> lake.audit(topic, letters))
                    .toList();
        }
    }

    private static FeedAudit auditSource(
            Map<String, String> config, List<SourcePosition> positions, TopicReader kafka, Map<String, TopicAudit> stored) {
        RecordSeries series = RecordSeries.of(config);
        SeriesAudit.Outcome outcome = new SeriesAudit(kafka).audit(config, positions);
        @Nullable TopicAudit topic = stored.get(series.topic());
        List<String> findings = new ArrayList<>(topic == null ? List.of() : topic.findings());
        note(findings, series.topic(), outcome.missing(), "were produced and are not in Kafka");
        note(findings, series.topic(), outcome.doubled(), "are in Kafka more often than they were produced");
        long inTopic = outcome.produced() - outcome.rejected() - outcome.dropped();
        return new FeedAudit(
                feedName(config, series.topic()),
                series.topic(),
                outcome.produced(),
                topic == null ? inTopic : topic.inKafka() - topic.rejected(),
                outcome.rejected() + (topic == null ? 0 : topic.rejected()),
                topic == null ? 0 : topic.stored(),
                outcome.missing() + (topic == null ? 0 : topic.missing()),
                outcome.doubled() + (topic == null ? 0 : topic.doubled()),
                findings);
    }

    /** A replay is told from others by its topic; any other feed has a name of its own. */
    private static String feedName(Map<String, String> config, String topic) {
        String feed = config.getOrDefault("feed", topic);
        return feed.equals("replay") ? topic : feed;
    }

    private static FeedAudit withoutSource(TopicAudit topic) {
        return new FeedAudit(
                topic.topic(),
                topic.topic(),
                topic.inKafka(),
                topic.inKafka() - topic.rejected(),
                topic.rejected(),
                topic.stored(),
                topic.missing(),
                topic.doubled(),
                topic.findings());
    }

    private static void note(List<String> findings, String topic, long count, String what) {
        if (count > 0) {
            findings.add(topic + ": " + count + " records " + what);
        }
    }
}
