package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.SqlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which committed offsets a partition held when it was asked, once and for a single query.
 *
 * @param until the offset behind the last committed one
 */
record HeldOffsets(int partition, long from, long until) {

    private static final int TIMEOUT_MS = 15_000;

    /**
     * The offsets of all partitions.
     *
     * @throws SqlException when there is no such topic, or the broker does not answer
     */
    static List<HeldOffsets> of(Map<String, String> kafka, String topic) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 3);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofMillis(TIMEOUT_MS)).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new SqlException("The topic " + topic + " does not exist any more. Make it again, or drop what is"
                        + " declared over it.");
            }
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<HeldOffsets> held = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                held.add(new HeldOffsets(
                        partition.partition(), first.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L)));
            }
            return held;
        } catch (KafkaException e) {
            throw SparkFailures.caused(
                    "The broker does not say what the topic " + topic + " holds: " + e.getMessage(), e);
        }
    }
}
