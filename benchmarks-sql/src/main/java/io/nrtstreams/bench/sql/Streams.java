package io.nrtstreams.bench.sql;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.internals.StreamTask;

/**
 * A topology in Kafka Streams' test driver, without a broker. The driver's own loop commits after every record, which costs
 * more than the queries; so its task is fed here as a stream thread does it, poll by poll.
 */
final class Streams implements AutoCloseable {

    /** Kafka's max.poll.records. */
    private static final int POLL = 500;

    private static final long NOW = 0;

    private final TopologyTestDriver driver;
    private final StreamTask task;
    private final MockProducer<byte[], byte[]> producer;
    private final List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
    private long offset;

    Streams(Topology topology) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        driver = new TopologyTestDriver(topology, properties, Instant.EPOCH);
        task = (StreamTask) part("task");
        producer = producerOf(part("producer"));
    }

    /** A query, with the table of meters filled if it reads that. */
    static Streams of(Query query) {
        Streams streams = new Streams(Topologies.of(query));
        if (query == Query.stream_table_join) {
            List<ConsumerRecord<byte[], byte[]>> rows = new ArrayList<>();
            for (int meter = 0; meter < Readings.METERS; meter++) {
                rows.add(streams.record(
                        Readings.METERS_TOPIC, Readings.time(0), Readings.meter(meter), Readings.meterRow(meter)));
            }
            streams.process(rows, (key, value) -> {});
        }
        return streams;
    }

    @SuppressWarnings("unchecked") // The driver's field says it.
    private static MockProducer<byte[], byte[]> producerOf(Object producer) {
        return (MockProducer<byte[], byte[]>) producer;
    }

    private Object part(String name) {
        try {
            Field field = TopologyTestDriver.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(driver);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of Kafka Streams' test driver than expected", e);
        }
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, long time, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset++,
                time,
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    /** Takes the reading of this number, and gives keys and values of the results once a poll is full. */
    void take(long number, byte[] key, byte[] value, BiConsumer<byte[], byte[]> out) {
        polled.add(record(Readings.TOPIC, Readings.time(number), key, value));
        if (polled.size() == POLL) {
            process(polled, out);
            polled.clear();
        }
    }

    private void process(List<ConsumerRecord<byte[], byte[]>> records, BiConsumer<byte[], byte[]> out) {
        List<ConsumerRecord<byte[], byte[]>> next = records;
        while (!next.isEmpty()) {
            task.addRecords(new TopicPartition(next.get(0).topic(), 0), next);
            task.resumePollingForPartitionsWithAvailableSpace();
            task.updateLags();
            while (task.hasRecordsQueued() && task.isProcessable(NOW)) {
                task.process(NOW);
                task.maybePunctuateStreamTime();
            }
            next = give(out);
        }
        task.prepareCommit(true);
        task.postCommit(false);
    }

    /** Gives the results, and gives back what went to a topic for other keys. */
    private List<ConsumerRecord<byte[], byte[]>> give(BiConsumer<byte[], byte[]> out) {
        List<ConsumerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> result : producer.history()) {
            if (result.topic().equals(Topologies.OUTPUT)) {
                out.accept(result.key(), result.value());
            } else {
                again.add(record(result.topic(), result.timestamp(), result.key(), result.value()));
            }
        }
        producer.clear();
        return again;
    }

    @Override
    public void close() {
        driver.close();
    }
}
