package io.nrtstreams.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the measures write to and read from the broker: meter readings as JSON of some 80 bytes. */
final class Records {

    private static final int CITIES = 100;
    private static final int TARIFFS = 10;

    private final String broker;

    Records(String broker) {
        this.broker = broker;
    }

    void createTopic(String topic, int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic " + topic + " cannot be made", e);
        }
    }

    /** Each record is sent at once, without waiting for others. */
    KafkaProducer<byte[], byte[]> promptProducer() {
        return producer(Map.of("linger.ms", "0"));
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker);
        properties.putAll(settings);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes readings of the same meters, cities and tariffs in every run. */
    void fill(String topic, int count) {
        Random random = new Random(7);
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of("linger.ms", "20", "compression.type", "lz4", "batch.size", "131072"))) {
            for (int i = 0; i < count; i++) {
                send(producer, reading(topic, "meter-" + random.nextInt(1_000), random));
            }
        }
    }

    /** Writes one reading of each of so many meters. */
    void fillKeys(String topic, int count) {
        Random random = new Random(11);
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of("linger.ms", "20", "compression.type", "lz4", "batch.size", "131072"))) {
            for (int i = 0; i < count; i++) {
                send(producer, reading(topic, "meter-" + i, random));
            }
        }
    }

    /** Sends without waiting; a record that is lost is missed by those who count the results, and told on the terminal. */
    static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (stored, failure) -> {
            if (failure != null) {
                System.err.println("a record for " + record.topic() + " was lost: " + failure.getMessage());
            }
        });
    }

    static ProducerRecord<byte[], byte[]> reading(String topic, String meter, Random random) {
        String value = "{\"kwh\":" + random.nextInt(20_000) / 10_000.0 + ",\"city\":\"city-" + random.nextInt(CITIES)
                + "\",\"tariff\":\"tariff-" + random.nextInt(TARIFFS) + "\",\"phase\":" + random.nextInt(3) + "}";
        return new ProducerRecord<>(
                topic, meter.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads committed records of all partitions from their beginning. */
    KafkaConsumer<byte[], byte[]> reader(List<String> topics) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker);
        properties.put("isolation.level", "read_committed");
        properties.put("fetch.max.wait.ms", "50");
        properties.put("enable.auto.commit", "false");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
