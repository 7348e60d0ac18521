package io.nrtstreams.bench.sql;

import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** The peer: Kafka Streams in its test driver, which takes and gives bytes without a broker, one thread. */
@State(Scope.Benchmark)
public class KafkaStreamsBenchmark {

    @Param
    public Query query = Query.filter_project;

    private final Readings readings = new Readings();
    private TopologyTestDriver driver = start(Query.filter_project);
    private TestInputTopic<byte[], byte[]> input = input(driver, Readings.TOPIC);
    private TestOutputTopic<byte[], byte[]> output = output(driver);
    private long number;

    @Setup
    public void setUp() {
        driver.close();
        driver = start(query);
        input = input(driver, Readings.TOPIC);
        output = output(driver);
        if (query == Query.stream_table_join) {
            TestInputTopic<byte[], byte[]> meters = input(driver, Readings.METERS_TOPIC);
            for (int meter = 0; meter < Readings.METERS; meter++) {
                meters.pipeInput(Readings.meter(meter), Readings.meterRow(meter), Readings.time(0));
            }
        }
    }

    private static TopologyTestDriver start(Query query) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        return new TopologyTestDriver(StreamsTopology.of(query), properties, Instant.EPOCH);
    }

    private static TestInputTopic<byte[], byte[]> input(TopologyTestDriver driver, String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static TestOutputTopic<byte[], byte[]> output(TopologyTestDriver driver) {
        return driver.createOutputTopic(
                StreamsTopology.OUTPUT, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Benchmark
    @OperationsPerInvocation(Readings.COUNT)
    public void records(Blackhole sink) {
        for (int i = 0; i < Readings.COUNT; i++) {
            input.pipeInput(readings.key(i), readings.value(i), Readings.time(number));
            number++;
            while (!output.isEmpty()) {
                sink.consume(output.readRecord());
            }
        }
    }

    @TearDown
    public void close() {
        driver.close();
    }
}
