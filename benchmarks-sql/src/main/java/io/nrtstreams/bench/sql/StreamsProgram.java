package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.sql.Messages.Group;
import io.nrtstreams.bench.sql.Messages.Means;
import io.nrtstreams.bench.sql.Messages.Reading;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Kafka Streams over a broker as it comes, but for its cache, which is off so that every change is given: stores in RocksDB
 * with changelogs, a repartition topic, two threads.
 */
public final class StreamsProgram {

    private StreamsProgram() {}

    /**
     * Groups readings by city and tariff until the process is ended.
     *
     * @param arguments the broker, the topics to read and to write, the processing guarantee, a folder for state, and how long
     *     its producers wait for more records, in milliseconds
     */
    public static void main(String[] arguments) throws InterruptedException {
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + arguments[2]);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, arguments[3]);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[4]);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.producerPrefix("linger.ms"), arguments[5]);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        try (KafkaStreams streams =
                new KafkaStreams(topology(arguments[1], arguments[2]).build(), settings)) {
            streams.start();
            CountDownLatch told = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(told::countDown));
            told.await();
        }
    }

    private static StreamsBuilder topology(String input, String output) {
        StreamsBuilder builder = new StreamsBuilder();
        Serde<Group> groups = Messages.json(Group.class);
        Serde<Means> means = Messages.json(Means.class);
        builder.stream(input, Consumed.with(Serdes.String(), Messages.json(Reading.class)))
                .groupBy(
                        (key, reading) -> Topologies.groupOf(reading),
                        Grouped.with(groups, Messages.json(Reading.class)))
                .aggregate(
                        Means::new,
                        (key, reading, sum) -> Topologies.add(reading, sum),
                        Materialized.with(groups, means))
                .toStream()
                .to(output, Produced.with(groups, means));
        return builder;
    }
}
