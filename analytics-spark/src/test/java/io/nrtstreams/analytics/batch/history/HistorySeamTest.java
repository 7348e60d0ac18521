package io.nrtstreams.analytics.batch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.batch.history.StoredChains.Stored;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.Lost;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.RangeReader;
import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.analytics.host.output.TopicRange;
import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in S3 and records at a broker, read as one series. */
final class HistorySeamTest {

    private static final long TIME = 1_700_000_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whereverTheBrokerBeginsEveryRecordIsReadOnceAndInOrder(long seed) throws Exception {
        RandomGenerator random = new SplittableRandom(seed);
        String topic = "seam-" + seed;
        List<Stored> records = produce(topic, random, 300);
        int stored = random.nextInt(1, records.size() + 1);
        new StoredChains(TestS3.shared(), "seam", topic, random).write(records.subList(0, stored), 40);
        long end = records.get(records.size() - 1).offset() + 1;
        // Up to anywhere among the stored records, at a record or in a gap.
        long cut = random.nextLong(0, records.get(stored - 1).offset() + 2);
        delete(topic, cut);

        List<TopicRecord> read = new ArrayList<>();
        try (TopicHistory history = history(topic, "seam")) {
            assertThat(history.first(topic, 0)).hasValue(records.get(0).offset());
            long from = records.get(0).offset();
            while (from < end) {
                long until = Math.min(end, from + random.nextInt(1, 120));
                read.addAll(read(topic, from, until, history, DataLoss.FAIL));
                from = until;
            }
        }

        assertThat(read).extracting(TopicRecord::offset).containsExactlyElementsOf(offsets(records));
        assertThat(read).extracting(record -> text(record.key())).containsExactlyElementsOf(keys(records));
        assertThat(read).extracting(TopicRecord::timestamp).containsExactlyElementsOf(times(records));
        assertThat(read)
                .extracting(record -> text(record.value()).replace(" ", ""))
                .containsExactlyElementsOf(
                        records.stream().map(HistorySeamTest::json).toList());
    }

    @Test
    void whatNeitherHasIsToldUnlessItMayBeLeftOut() throws Exception {
        String topic = "seam-hole";
        List<Stored> records = produce(topic, new SplittableRandom(7), 100);
        new StoredChains(TestS3.shared(), "hole", topic, new SplittableRandom(7)).write(records.subList(0, 40), 10);
        long end = records.get(99).offset() + 1;
        delete(topic, records.get(60).offset());

        try (TopicHistory history = history(topic, "hole")) {
            assertThatThrownBy(() -> read(topic, 0, end, history, DataLoss.FAIL))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("The offsets " + (records.get(39).offset() + 1) + " to "
                            + (records.get(60).offset() - 1) + " of " + topic + "-0 are gone")
                    .hasMessageContaining("nrt.on.data.loss");
            assertThat(read(topic, 0, end, history, DataLoss.CONTINUE))
                    .extracting(TopicRecord::offset)
                    .hasSize(80)
                    .isSorted();
            long first = records.get(39).offset() + 1;
            try (RangeReader reader = open(topic, 0, end, history, DataLoss.CONTINUE)) {
                while (reader.next() != null) {
                    assertThat(reader.lost()).isIn(Optional.empty(), Optional.of(lost(records, first)));
                }
                assertThat(reader.lost()).contains(lost(records, first));
            }
            // The history knows that it ends before this range.
            try (RangeReader reader = open(topic, first + 1, end, history, DataLoss.CONTINUE)) {
                assertThat(reader.next().offset()).isEqualTo(records.get(60).offset());
                assertThat(reader.lost()).contains(lost(records, first + 1));
            }
        }
    }

    @Test
    void objectsWithoutTheEnvelopeAreRefusedWithTheSettingThatIsMissing() throws Exception {
        String topic = "seam-bare";
        produce(topic, new SplittableRandom(8), 20);
        TestS3 store = TestS3.shared();
        store.put(
                store.folder("bare/" + topic + "/" + topic + "+0+00000000000000000000.json"),
                "{\"usage\":1}\n".getBytes(StandardCharsets.UTF_8),
                Map.of("nrt-last-offset", "0"));
        delete(topic, 1);

        try (TopicHistory history = history(topic, "bare")) {
            assertThatThrownBy(() -> read(topic, 0, 5, history, DataLoss.FAIL))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("kafka_offset")
                    .hasMessageContaining("envelope=key,timestamp,partition,offset");
        }
    }

    /** Records with gaps: every third transaction is aborted, and each ends with a marker. */
    private static List<Stored> produce(String topic, RandomGenerator random, int count) throws Exception {
        String address = TestBroker.shared().address();
        List<Stored> records = new ArrayList<>();
        Map<String, Object> properties =
                Map.of("bootstrap.servers", address, "transactional.id", topic, "linger.ms", 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int transaction = 1; records.size() < count; transaction++) {
                boolean isKept = transaction % 3 != 0;
                producer.beginTransaction();
                for (int i = random.nextInt(1, 30); i > 0 && records.size() < count; i--) {
                    String place = "p" + random.nextInt(5);
                    Stored record = new Stored(
                            0,
                            0,
                            TIME + random.nextInt(1000),
                            "place=" + place,
                            "k" + random.nextInt(9),
                            Map.of("usage", records.size()));
                    long offset = producer.send(new ProducerRecord<>(
                                    topic, 0, record.timestamp(), String.valueOf(record.key()), json(record)))
                            .get()
                            .offset();
                    if (isKept) {
                        records.add(new Stored(
                                0, offset, record.timestamp(), record.path(), record.key(), record.fields()));
                    }
                }
                if (isKept) {
                    producer.commitTransaction();
                } else {
                    producer.abortTransaction();
                }
            }
        }
        return records;
    }

    private static void delete(String topic, long before) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestBroker.shared().address()))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }

    private static TopicHistory history(String topic, String folder) throws Exception {
        TestS3 store = TestS3.shared();
        Schema schema =
                Schema.of(List.of(new Column("K", SqlTypes.STRING)), List.of(new Column("usage", SqlTypes.BIGINT)));
        TopicLayout layout = new TopicLayout(
                topic, schema, FormatSpec.of("KAFKA"), FormatSpec.of("JSON"), Optional.empty(), Optional.empty());
        return new TopicHistory(
                new StartFrom(store.folder(folder), Encoding.FIELDS),
                layout,
                Formats.withoutRegistry(),
                store.hadoop());
    }

    private static Lost lost(List<Stored> records, long first) {
        return new Lost(first, records.get(60).offset() - first);
    }

    private static RangeReader open(String topic, long from, long until, TopicHistory history, DataLoss onLoss)
            throws Exception {
        OutputSettings settings = OutputSettings.of(
                Map.of("bootstrap.servers", TestBroker.shared().address()), topic);
        return RangeReader.open(settings, new TopicRange(topic, null, 0, from, until), onLoss, history);
    }

    private static List<TopicRecord> read(String topic, long from, long until, TopicHistory history, DataLoss onLoss)
            throws Exception {
        List<TopicRecord> records = new ArrayList<>();
        try (RangeReader reader = open(topic, from, until, history, onLoss)) {
            for (TopicRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }

    private static List<Long> offsets(List<Stored> records) {
        return records.stream().map(Stored::offset).toList();
    }

    private static List<Long> times(List<Stored> records) {
        return records.stream().map(Stored::timestamp).toList();
    }

    private static List<String> keys(List<Stored> records) {
        return records.stream().map(record -> String.valueOf(record.key())).toList();
    }

    private static String json(Stored record) {
        return "{\"usage\":" + record.fields().get("usage") + "}";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
