package io.nrtstreams.analytics.batch.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.RangeReader;
import io.nrtstreams.analytics.host.output.TopicRange;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.s3.TestSink;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real sink stores of a topic, read back when the broker has none of it any more. */
final class SinkHistoryTest {

    private static final int RECORDS = 400;
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private static final String SCHEMA = """
            {"schema": {"type": "struct", "optional": false, "fields": [
                {"field": "place", "type": "string"}, {"field": "km", "type": "int32"},
                {"field": "share", "type": "double"}]}, "payload": %s}""";

    @TempDir
    private Path folder;

    static Stream<Arguments> sinks() {
        return Stream.of(
                Arguments.of(
                        "json",
                        Encoding.FIELDS,
                        Map.of("format", "json", "compression", "gzip", "partition.by", "place={value.place}")),
                Arguments.of(
                        "array",
                        Encoding.FIELDS,
                        Map.of(
                                "format",
                                "json-array",
                                "compression",
                                "zstd",
                                "partition.by",
                                "dt={timestamp:yyyy-MM-dd}")),
                Arguments.of(
                        "csv",
                        Encoding.FIELDS,
                        Map.of("format", "csv", "compression", "snappy", "partition.by", "{topic}")),
                Arguments.of(
                        "parquet",
                        Encoding.FIELDS,
                        Map.of(
                                "format", "parquet",
                                "partition.by", "place={value.place}",
                                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                                "value.converter.schemas.enable", "true")),
                Arguments.of(
                        "bytes",
                        Encoding.BYTES,
                        Map.of(
                                "format", "json",
                                "partition.by", "hour={timestamp:HH}",
                                "null.values", "write",
                                "key.converter", BYTES,
                                "value.converter", BYTES)));
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void allRecordsAreThereAsTheyWere(String name, Encoding encoding, Map<String, String> settings) throws Exception {
        String topic = "sunk-" + name;
        String address = TestBroker.shared().address();
        TestS3 store = TestS3.shared();
        List<String> produced = produce(address, topic, name.equals("parquet") ? SCHEMA : "%s");
        Map<String, String> all = new HashMap<>(settings);
        all.put("envelope", "key,timestamp,partition,offset");
        all.put("rotate.records", "30");
        all.put("rotate.idle", "500ms");
        try (TestSink sink = TestSink.start(folder, address, store, topic, "sunk-" + name, all)) {
            awaitStored(sink, topic, encoding);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(RECORDS)))
                    .all()
                    .get();
        }

        assertThat(read(topic, encoding, DataLoss.FAIL)).containsExactlyElementsOf(produced);
    }

    private static List<String> produce(String address, String topic, String around) throws Exception {
        List<String> produced = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            for (int i = 0; i < RECORDS; i++) {
                long time = 1_700_000_000_000L + 40_000L * i;
                String value = "{\"PLACE\":\"p" + i % 3 + "\",\"KM\":" + i + ",\"SHARE\":0.25}";
                String sent = around.formatted(value.toLowerCase(Locale.ROOT));
                producer.send(new ProducerRecord<>(topic, 0, time, "k\u00e4" + i, sent));
                produced.add(i + " " + time + " k\u00e4" + i + " " + value);
            }
        }
        return produced;
    }

    private static void awaitStored(TestSink sink, String topic, Encoding encoding) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (stored(topic, encoding) < RECORDS) {
            if (System.nanoTime() > end || !sink.isAlive()) {
                throw new AssertionError(stored(topic, encoding) + " records are stored\n" + sink.log());
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static int stored(String topic, Encoding encoding) throws Exception {
        try (TopicHistory history = history(topic, encoding);
                OffsetRecords records = new OffsetRecords(
                        history.read(new TopicRange(topic, null, 0, 0, RECORDS), RECORDS, DataLoss.CONTINUE))) {
            return records.all().size();
        }
    }

    private static List<String> read(String topic, Encoding encoding, DataLoss onLoss) throws Exception {
        OutputSettings settings = OutputSettings.of(
                Map.of("bootstrap.servers", TestBroker.shared().address()), topic);
        List<String> read = new ArrayList<>();
        try (TopicHistory history = history(topic, encoding);
                RangeReader reader =
                        RangeReader.open(settings, new TopicRange(topic, null, 0, 0, RECORDS), onLoss, history)) {
            for (TopicRecord record = reader.next(); record != null; record = reader.next()) {
                String value = text(record.value());
                // Bytes are the original ones; out of fields the columns' own names come.
                assertThat(value).contains(encoding == Encoding.BYTES ? "\"km\":" : "\"KM\":");
                read.add(record.offset() + " " + record.timestamp() + " " + text(record.key()) + " "
                        + value.replace("place", "PLACE").replace("km", "KM").replace("share", "SHARE"));
            }
        }
        return read;
    }

    private static TopicHistory history(String topic, Encoding encoding) throws Exception {
        TestS3 store = TestS3.shared();
        Schema schema = Schema.of(
                List.of(new Column("K", SqlTypes.STRING)),
                List.of(
                        new Column("PLACE", SqlTypes.STRING),
                        new Column("KM", SqlTypes.INTEGER),
                        new Column("SHARE", SqlTypes.DOUBLE)));
        TopicLayout layout = new TopicLayout(
                topic, schema, FormatSpec.of("KAFKA"), FormatSpec.of("JSON"), Optional.empty(), Optional.empty());
        return new TopicHistory(
                new StartFrom(store.folder(topic), encoding), layout, Formats.withoutRegistry(), store.hadoop());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** All records of a range. */
    private record OffsetRecords(io.nrtstreams.analytics.host.output.OffsetHistory.Records records)
            implements AutoCloseable {

        List<TopicRecord> all() {
            List<TopicRecord> all = new ArrayList<>();
            for (TopicRecord record = records.next(); record != null; record = records.next()) {
                all.add(record);
            }
            return all;
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
