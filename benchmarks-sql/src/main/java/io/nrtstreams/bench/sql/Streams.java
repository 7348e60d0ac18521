package io.nrtstreams.bench.sql;

import java.time.Instant;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** A topology in Kafka Streams' test driver, which takes and gives bytes without a broker. */
final class Streams implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> input;
    private final TestOutputTopic<byte[], byte[]> output;

    Streams(Topology topology) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        driver = new TopologyTestDriver(topology, properties, Instant.EPOCH);
        input = input(Readings.TOPIC);
        output = driver.createOutputTopic(Topologies.OUTPUT, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A query, with the table of meters filled if it reads that. */
    static Streams of(Query query) {
        Streams streams = new Streams(Topologies.of(query));
        if (query == Query.stream_table_join) {
            TestInputTopic<byte[], byte[]> meters = streams.input(Readings.METERS_TOPIC);
            for (int meter = 0; meter < Readings.METERS; meter++) {
                meters.pipeInput(Readings.meter(meter), Readings.meterRow(meter), Readings.time(0));
            }
        }
        return streams;
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Takes the reading of this number and gives keys and values of the results. */
    void take(long number, byte[] key, byte[] value, BiConsumer<byte[], byte[]> out) {
        input.pipeInput(key, value, Readings.time(number));
        while (!output.isEmpty()) {
            TestRecord<byte[], byte[]> result = output.readRecord();
            out.accept(result.key(), result.value());
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
