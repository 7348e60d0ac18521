package io.nrtstreams.bench.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.Stores;

/** The queries in Kafka Streams' own language, JSON by Jackson's trees, stores in memory, no changelogs, no caches. */
final class StreamsTopology {

    static final String OUTPUT = "o";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Serde<JsonNode> JSON = Serdes.serdeFrom(
            (topic, node) -> node == null ? null : write(node), (topic, bytes) -> bytes == null ? null : read(bytes));
    private static final Serde<String> TEXT = Serdes.String();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private StreamsTopology() {}

    private static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Topology of(Query query) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, JsonNode> energy = builder.stream(Readings.TOPIC, Consumed.with(TEXT, JSON));
        switch (query) {
            case filter_project ->
                energy.filter((key, value) -> value.get("kwh").asDouble() > 0.5)
                        .mapValues(StreamsTopology::project)
                        .to(OUTPUT, Produced.with(TEXT, JSON));
            case group_by ->
                energy.groupBy((key, value) -> group(value), Grouped.with(JSON, JSON))
                        .aggregate(
                                MAPPER::createObjectNode,
                                (key, value, sums) -> add(value, sums),
                                Materialized.<JsonNode, JsonNode>as(Stores.inMemoryKeyValueStore("sums"))
                                        .withKeySerde(JSON)
                                        .withValueSerde(JSON)
                                        .withLoggingDisabled()
                                        .withCachingDisabled())
                        .toStream()
                        .to(OUTPUT, Produced.with(JSON, JSON));
            case tumbling ->
                energy.groupByKey(Grouped.with(TEXT, JSON))
                        .windowedBy(TimeWindows.ofSizeAndGrace(MINUTE, Duration.ofSeconds(10)))
                        .aggregate(
                                MAPPER::createObjectNode,
                                (key, value, sums) -> add(value, sums),
                                Materialized.<String, JsonNode>as(Stores.inMemoryWindowStore(
                                                "windows", MINUTE.multipliedBy(2), MINUTE, false))
                                        .withKeySerde(TEXT)
                                        .withValueSerde(JSON)
                                        .withLoggingDisabled()
                                        .withCachingDisabled())
                        .toStream()
                        .to(
                                OUTPUT,
                                Produced.with(
                                        WindowedSerdes.timeWindowedSerdeFrom(String.class, MINUTE.toMillis()), JSON));
            case stream_table_join ->
                energy.join(
                                builder.table(
                                        Readings.METERS_TOPIC,
                                        Consumed.with(TEXT, JSON),
                                        Materialized.<String, JsonNode>as(Stores.inMemoryKeyValueStore("meters"))
                                                .withLoggingDisabled()
                                                .withCachingDisabled()),
                                StreamsTopology::join,
                                Joined.with(TEXT, JSON, JSON))
                        .to(OUTPUT, Produced.with(TEXT, JSON));
        }
        return builder.build();
    }

    private static JsonNode project(JsonNode value) {
        return MAPPER.createObjectNode()
                .put("WH", value.get("kwh").asDouble() * 1000)
                .put("CITY", value.get("city").asText().toUpperCase(Locale.ROOT));
    }

    private static JsonNode group(JsonNode value) {
        ObjectNode key = MAPPER.createObjectNode();
        key.set("CITY", value.get("city"));
        key.set("TARIFF", value.get("tariff"));
        return key;
    }

    private static JsonNode add(JsonNode value, JsonNode sums) {
        long count = sums.path("N").asLong() + 1;
        double total = sums.path("TOTAL").asDouble() + value.get("kwh").asDouble();
        return MAPPER.createObjectNode().put("N", count).put("TOTAL", total).put("MEAN", total / count);
    }

    private static JsonNode join(JsonNode value, JsonNode meter) {
        ObjectNode joined = MAPPER.createObjectNode();
        joined.set("KWH", value.get("kwh"));
        joined.set("CITY", value.get("city"));
        joined.set("OWNER", meter.get("owner"));
        joined.set("CAP", meter.get("cap"));
        return joined;
    }
}
