package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.bytes;
import static io.nrtstreams.analytics.host.output.TestTopics.record;
import static io.nrtstreams.analytics.host.output.TestTopics.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

final class RangeReaderTest {

    private static final OutputTimeouts SHORT =
            new OutputTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofMinutes(1));

    private final OutputClients clients = new OutputClients(Faults.NONE);
    private OutputSettings settings;
    private TestTopics topics;
    private String topic;

    @BeforeEach
    void makeTopic(TestInfo test) throws Exception {
        String address = TestBroker.shared().address();
        topic = "range-" + test.getTestMethod().orElseThrow().getName();
        settings = new OutputSettings(Map.of("bootstrap.servers", address), topic, true, SHORT);
        topics = new TestTopics(address);
        topics.create(topic, 1, Map.of());
    }

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void aRangeIsReadFromItsFirstOffsetUpToItsLast() {
        produce(0, 10);

        assertThat(read(2, 5)).containsExactly("2", "3", "4");
        assertThat(read(5, 10)).containsExactly("5", "6", "7", "8", "9");
        assertThat(read(2, 5)).containsExactly("2", "3", "4");
        assertThat(read(4, 4)).isEmpty();
    }

    @Test
    void whatComesLaterIsReadByTheNextRange() {
        for (int begin = 0; begin < 50; begin += 10) {
            produce(begin, begin + 10);
            assertThat(read(begin, begin + 10)).hasSize(10).first().isEqualTo(String.valueOf(begin));
        }
    }

    @Test
    void aRecordComesWithAllThatItsTopicHolds() {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                    topic, 0, 1_234L, bytes("key"), null, List.of(new RecordHeader("trace", bytes("t1")))));
        }

        try (RangeReader reader = open(0, 1, DataLoss.FAIL)) {
            TopicRecord record = reader.next();
            assertThat(record.topic()).isEqualTo(topic);
            assertThat(record.partition()).isZero();
            assertThat(record.offset()).isZero();
            assertThat(record.timestamp()).isEqualTo(1_234);
            assertThat(record.key()).isEqualTo(bytes("key"));
            assertThat(record.value()).isNull();
            assertThat(record.headers())
                    .singleElement()
                    .satisfies(header -> assertThat(header.value()).isEqualTo(bytes("t1")));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void offsetsOfAbortedRecordsAndOfTheEndsOfTransactionsAreGaps() throws Exception {
        WriterId task = new WriterId("job", "run", 0, 0);
        SinkTarget target = new SinkTarget("Q", topic, 0, Emission.EVERY_CHANGE);
        for (int batch = 1; batch <= 4; batch++) {
            try (BatchOutput output = BatchOutput.open(clients, settings, task, batch, Set.of())) {
                output.accept(target, record(topic, "k", String.valueOf(batch)));
                if (batch % 2 == 0) {
                    output.commit();
                }
            }
        }

        assertThat(read(0, topics.end(topic, 0))).containsExactly("2", "4");
    }

    @Test
    void recordsThatRetentionTookAreReportedWithWhatIsLost() throws Exception {
        produce(0, 10);
        deleteBefore(6);

        assertThatThrownBy(() -> read(2, 10))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(topic + "-0@2..10 are lost up to offset 5")
                .hasMessageContaining("nrt.on.data.loss to continue to go on with offset 6");
    }

    @Test
    void whoeverMayLoseRecordsGoesOnWithTheFirstThatIsThere() throws Exception {
        produce(0, 10);
        deleteBefore(6);

        try (RangeReader reader = open(2, 8, DataLoss.CONTINUE)) {
            assertThat(text(reader.next().value())).isEqualTo("6");
            assertThat(text(reader.next().value())).isEqualTo("7");
            assertThat(reader.next()).isNull();
            assertThat(reader.lost()).contains(new Lost(2, 4));
        }
        try (RangeReader reader = open(2, 4, DataLoss.CONTINUE)) {
            assertThat(reader.next()).isNull();
            assertThat(reader.lost()).contains(new Lost(2, 2));
        }
        try (RangeReader reader = open(6, 8, DataLoss.CONTINUE)) {
            assertThat(text(reader.next().value())).isEqualTo("6");
            assertThat(text(reader.next().value())).isEqualTo("7");
            assertThat(reader.next()).isNull();
            assertThat(reader.lost()).isEmpty();
        }
    }

    @Test
    void aTopicThatIsDeletedIsReportedSoon() throws Exception {
        produce(0, 10);
        assertThat(read(0, 5)).hasSize(5);
        topics.delete(topic);

        long begin = System.nanoTime();
        assertThatThrownBy(() -> read(10, 20))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("The topic " + topic + " does not exist any more");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aTopicMadeAgainUnderItsNameIsAnotherOne() throws Exception {
        produce(0, 10);
        String id = topics.id(topic);
        topics.delete(topic);
        topics.create(topic, 1, Map.of());
        produce(0, 20);

        TopicRange range = new TopicRange(topic, id, 0, 10, 20);
        assertThatThrownBy(() -> RangeReader.open(clients, settings, range, DataLoss.CONTINUE))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("was deleted and made again under its name");
    }

    @Test
    void aTopicThatIsShorterThanBeforeIsReported() {
        produce(0, 10);

        assertThatThrownBy(() -> read(5, 20))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("ends at offset 10 of partition 0, but it had records up to 20");
        assertThatThrownBy(() -> read(15, 20))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("ends at offset 10 of partition 0, but it had records up to 20");
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAndThenReported(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(
                folder, List.of("broker.session.timeout.ms=1000", "broker.heartbeat.interval.ms=250"))) {
            settings = new OutputSettings(Map.of("bootstrap.servers", broker.address()), topic, true, SHORT);
            new TestTopics(broker.address()).create(topic, 1, Map.of());
            produce(0, 10);
            assertThat(read(0, 5)).hasSize(5);
            produce(10, 5_000);
            broker.kill();
            assertThatThrownBy(() -> read(4_000, 5_000)).isInstanceOf(OutputException.class);
            broker.restart();
            assertThat(read(4_000, 5_000)).hasSize(1_000);
        }
    }

    private RangeReader open(long from, long until, DataLoss onLoss) {
        return RangeReader.open(clients, settings, new TopicRange(topic, null, 0, from, until), onLoss);
    }

    private List<String> read(long from, long until) {
        List<String> values = new ArrayList<>();
        try (RangeReader reader = open(from, until, DataLoss.FAIL)) {
            for (TopicRecord record = reader.next(); record != null; record = reader.next()) {
                values.add(text(record.value()));
            }
        }
        return values;
    }

    private void produce(int from, int until) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = from; i < until; i++) {
                producer.send(new ProducerRecord<>(topic, bytes(String.valueOf(i))));
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>copyOf(settings.client()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void deleteBefore(long offset) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>copyOf(settings.client()))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }
}
