package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.sql.Messages.Group;
import io.nrtstreams.bench.sql.Messages.Means;
import io.nrtstreams.bench.sql.Messages.Meter;
import io.nrtstreams.bench.sql.Messages.Owned;
import io.nrtstreams.bench.sql.Messages.Projected;
import io.nrtstreams.bench.sql.Messages.Reading;
import io.nrtstreams.bench.sql.Messages.Totals;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.Stores;

/** The queries in Kafka Streams' own language: stores in memory, no changelogs, no caches, so that each record gives its result. */
final class Topologies {

    static final String OUTPUT = "o";

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final Serde<Reading> READING = Messages.json(Reading.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Topologies() {}

    static Topology passingBytes() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Readings.TOPIC, Consumed.with(BYTES, BYTES)).to(OUTPUT, Produced.with(BYTES, BYTES));
        return builder.build();
    }

    static Topology of(Query query) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Reading> energy = builder.stream(Readings.TOPIC, Consumed.with(TEXT, READING));
        switch (query) {
            case filter_project -> project(energy);
            case group_by -> group(energy);
            case tumbling -> tumble(energy);
            case stream_table_join -> join(energy, meters(builder));
        }
        return builder.build();
    }

    private static void project(KStream<String, Reading> energy) {
        energy.filter((key, reading) -> reading.kwh > 0.5)
                .mapValues(reading -> {
                    Projected projected = new Projected();
                    projected.wattHours = reading.kwh * 1000;
                    projected.city = reading.city.toUpperCase(Locale.ROOT);
                    return projected;
                })
                .to(OUTPUT, Produced.with(TEXT, Messages.json(Projected.class)));
    }

    private static void group(KStream<String, Reading> energy) {
        Serde<Group> keys = Messages.json(Group.class);
        Serde<Means> values = Messages.json(Means.class);
        energy.groupBy((key, reading) -> groupOf(reading), Grouped.with(keys, READING))
                .aggregate(
                        Means::new,
                        (key, reading, means) -> add(reading, means),
                        Materialized.<Group, Means>as(Stores.inMemoryKeyValueStore("means"))
                                .withKeySerde(keys)
                                .withValueSerde(values)
                                .withLoggingDisabled()
                                .withCachingDisabled())
                .toStream()
                .to(OUTPUT, Produced.with(keys, values));
    }

    static Group groupOf(Reading reading) {
        Group group = new Group();
        group.city = reading.city;
        group.tariff = reading.tariff;
        return group;
    }

    static Means add(Reading reading, Means means) {
        means.count++;
        means.total += reading.kwh;
        means.mean = means.total / means.count;
        return means;
    }

    private static void tumble(KStream<String, Reading> energy) {
        Serde<Totals> values = Messages.json(Totals.class);
        Duration grace = Duration.ofSeconds(10);
        energy.groupByKey(Grouped.with(TEXT, READING))
                .windowedBy(TimeWindows.ofSizeAndGrace(MINUTE, grace))
                .aggregate(
                        Totals::new,
                        (key, reading, totals) -> add(reading, totals),
                        Materialized.<String, Totals>as(
                                        Stores.inMemoryWindowStore("totals", MINUTE.plus(grace), MINUTE, false))
                                .withKeySerde(TEXT)
                                .withValueSerde(values)
                                .withLoggingDisabled()
                                .withCachingDisabled())
                .toStream()
                .to(
                        OUTPUT,
                        Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, MINUTE.toMillis()), values));
    }

    private static Totals add(Reading reading, Totals totals) {
        totals.count++;
        totals.total += reading.kwh;
        return totals;
    }

    private static KTable<String, Meter> meters(StreamsBuilder builder) {
        Serde<Meter> values = Messages.json(Meter.class);
        return builder.table(
                Readings.METERS_TOPIC,
                Consumed.with(TEXT, values),
                Materialized.<String, Meter>as(Stores.inMemoryKeyValueStore("meters"))
                        .withKeySerde(TEXT)
                        .withValueSerde(values)
                        .withLoggingDisabled()
                        .withCachingDisabled());
    }

    private static void join(KStream<String, Reading> energy, KTable<String, Meter> meters) {
        energy.join(meters, Topologies::owned, Joined.with(TEXT, READING, Messages.json(Meter.class)))
                .to(OUTPUT, Produced.with(TEXT, Messages.json(Owned.class)));
    }

    private static Owned owned(Reading reading, Meter meter) {
        Owned owned = new Owned();
        owned.kwh = reading.kwh;
        owned.city = reading.city;
        owned.owner = meter.owner;
        owned.cap = meter.cap;
        return owned;
    }
}
