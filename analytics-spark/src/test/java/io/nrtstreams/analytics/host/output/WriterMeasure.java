package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.bytes;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Measures the writer beside a bare transactional producer with the same properties, and the reader: records of 110 bytes to a
 * topic of four partitions, in batches of 50,000; then batches of 10 records. A program, not a test.
 */
final class WriterMeasure {

    private static final int BATCH = 50_000;
    private static final int BATCHES = 20;
    private static final int SMALL = 300;
    private static final WriterId TASK = new WriterId("measure", "run1", 0, 0);

    private final OutputSettings settings;
    private final TestTopics topics;
    private final List<TopicRecord> records = new ArrayList<>();
    private long batch;

    private WriterMeasure(String address) {
        this.settings =
                new OutputSettings(Map.of("bootstrap.servers", address), "measure", true, OutputTimeouts.DEFAULT);
        this.topics = new TestTopics(address);
        for (int i = 0; i < BATCH; i++) {
            byte[] value = bytes("{\"CUSTOMER\":\"customer-" + i % 5000 + "\",\"ORDERS\":" + i + ",\"TOTAL\":"
                    + i * 3.25 + ",\"AVERAGE\":" + i / 7.0 + ",\"REGION\":\"north\"}");
            records.add(
                    new TopicRecord("", -1, -1, 1_700_000_000_000L + i, bytes("key-" + i % 5000), value, List.of()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (TestBroker broker = TestBroker.shared()) {
            new WriterMeasure(broker.address()).run();
        }
        OutputClients.shared().close();
    }

    private void run() throws Exception {
        topics.create("ours", 4, Map.of());
        topics.create("bare", 4, Map.of());
        double[] ours = new double[BATCHES];
        double[] bare = new double[BATCHES];
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(settings, "bare", "bare"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            for (int round = 0; round < BATCHES; round++) {
                ours[round] = BATCH / seconds(() -> ours(BATCH));
                bare[round] = BATCH / seconds(() -> bare(producer, BATCH));
            }
            System.out.printf(
                    "records/s: writer %.0f, bare producer %.0f, ratio %.2f%n",
                    median(ours), median(bare), median(ours) / median(bare));
            double[] oursSmall = new double[SMALL];
            double[] bareSmall = new double[SMALL];
            for (int round = 0; round < SMALL; round++) {
                oursSmall[round] = 1000 * seconds(() -> ours(10));
                bareSmall[round] = 1000 * seconds(() -> bare(producer, 10));
            }
            System.out.printf(
                    "ms per transaction of 10 records: writer p50 %.1f p95 %.1f, bare producer p50 %.1f p95 %.1f%n",
                    median(oursSmall), upper(oursSmall), median(bareSmall), upper(bareSmall));
        }
        read();
    }

    private void read() throws Exception {
        for (int round = 0; round < 5; round++) {
            long count = 0;
            long begin = System.nanoTime();
            for (int partition = 0; partition < 4; partition++) {
                TopicRange range = new TopicRange("ours", null, partition, 0, topics.end("ours", partition));
                try (RangeReader reader = RangeReader.open(settings, range, DataLoss.FAIL)) {
                    while (reader.next() != null) {
                        count++;
                    }
                }
            }
            System.out.printf("records/s read: %.0f%n", count / ((System.nanoTime() - begin) / 1e9));
        }
    }

    private void ours(int count) {
        SinkTarget target = new SinkTarget("Q", "ours", 0, Emission.EVERY_CHANGE);
        try (BatchOutput output = BatchOutput.open(settings, TASK, ++batch, Set.of())) {
            for (int i = 0; i < count; i++) {
                output.accept(target, records.get(i));
            }
            output.commit();
        }
    }

    private void bare(KafkaProducer<byte[], byte[]> producer, int count) {
        producer.beginTransaction();
        for (int i = 0; i < count; i++) {
            TopicRecord record = records.get(i);
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>("bare", null, record.timestamp(), record.key(), record.value()));
        }
        producer.commitTransaction();
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double upper(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 95 / 100];
    }
}
