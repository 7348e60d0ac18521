package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.host.ModelFitting;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.type.SqlType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Fits models to what topics hold at the moment, in this process. Of a stream no row is kept, of a table one of each key, as
 * {@link ModelFitting} says. Thread-safe; each fit has a consumer of its own for as long as it takes.
 */
final class ModelFits {

    private final SqlEnvironment environment;

    ModelFits(SqlEnvironment environment) {
        this.environment = environment;
    }

    /** A model and what was left out of it. */
    record Fitted(Model model, long leftOut) {}

    /**
     * Fits a model.
     *
     * @throws SqlException when the rows determine none, or the topics cannot be read
     */
    Fitted fit(FitPlan plan, Map<String, SqlType> types) {
        AtomicLong undecoded = new AtomicLong();
        ProcessingLog log = entry -> {
            if (entry.kind() == ProcessingLog.Kind.DECODE) {
                undecoded.incrementAndGet();
            }
        };
        DirectHost host = DirectHost.start(plan.query(), environment.functions(), environment.formats(), types, log);
        ModelFitting fitting = ModelFitting.of(plan, log);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            read(consumer, host, fitting);
        } catch (KafkaException e) {
            SqlException problem = new SqlException("The topics of the fit cannot be read: " + e.getMessage());
            problem.initCause(e);
            throw problem;
        }
        Model model = fitting.fit();
        return new Fitted(model, fitting.leftOut() + undecoded.get());
    }

    private Consumer<byte[], byte[]> consumer() {
        if (environment.kafka().isEmpty()) {
            throw new SqlException(
                    "A model is fitted to what topics hold, and this server has no broker. Name one in bootstrap.servers.");
        }
        Map<String, Object> settings = new HashMap<>(environment.kafka());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void read(Consumer<byte[], byte[]> consumer, DirectHost host, ModelFitting fitting) {
        Set<String> topics = host.topics();
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                // What came after the fit began would make its result a matter of luck.
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    host.processRows(Records.of(record), fitting::accept);
                }
            }
        }
    }
}
