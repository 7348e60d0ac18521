package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.KafkaTopics;
import io.nrtstreams.analytics.kafka.RecordProducer;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Topics;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service's own access to the broker, when there is one. */
final class KafkaAccess implements AutoCloseable {

    private final @Nullable KafkaTopics topics;
    private final @Nullable RecordProducer producer;

    private KafkaAccess(@Nullable KafkaTopics topics, @Nullable RecordProducer producer) {
        this.topics = topics;
        this.producer = producer;
    }

    /** @param settings of Kafka's clients; none when there is no broker */
    static KafkaAccess connect(Map<String, Object> settings) {
        return settings.isEmpty()
                ? new KafkaAccess(null, null)
                : new KafkaAccess(KafkaTopics.connect(settings), RecordProducer.connect(settings));
    }

    Optional<KafkaTopics> broker() {
        return Optional.ofNullable(topics);
    }

    /** @throws SqlException when there is no broker */
    KafkaTopics requireBroker() {
        return broker().orElseThrow(KafkaAccess::noBroker);
    }

    /** @throws SqlException when there is no broker */
    RecordProducer requireProducer() {
        return Optional.ofNullable(producer).orElseThrow(KafkaAccess::noBroker);
    }

    private static SqlException noBroker() {
        return new SqlException(
                "This server has no broker, so it has no topics. Name one in bootstrap.servers and start it again.");
    }

    Topics topics() {
        return topics == null ? new NoTopics() : topics;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
        if (topics != null) {
            topics.close();
        }
    }
}
