package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nrtstreams.analytics.broker.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class OutputFailuresTest {

    private static final String QUERY = "CSAS_LATE_3";
    private static final WriterId TASK = new WriterId("stateless", "run1", 0, 0);

    /** Short, so that what the writer gives up on is seen soon. */
    private static final OutputTimeouts SHORT =
            new OutputTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofMinutes(1));

    /** So that a broker that was killed is believed to be another one after a second, not nine. */
    private static final List<String> BACK_SOON =
            List.of("broker.session.timeout.ms=1000", "broker.heartbeat.interval.ms=250");

    private final OutputClients clients = new OutputClients(Faults.NONE);
    private OutputTimeouts timeouts = SHORT;

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void aRecordThatIsTooLargeForItsTopicIsTheQuerysFault() throws Exception {
        String address = TestBroker.shared().address();
        String topic = new TestTopics(address).create("too-large", 1, Map.of("max.message.bytes", "2000"));

        QueryFailure failure = failure(() -> write(address, "too-large", topic, incompressible(5_000)));

        assertThat(failure.queryId()).isEqualTo(QUERY);
        assertThat(failure.isLasting()).isTrue();
        assertThat(failure)
                .hasMessageContaining("The query CSAS_LATE_3 cannot write to the topic too-large")
                .hasMessageContaining("has 5001 bytes before compression")
                .hasMessageContaining("--add-config max.message.bytes=N");
    }

    @Test
    void behindAFailureNothingOfTheBatchCanBeWritten() throws Exception {
        String address = TestBroker.shared().address();
        TestTopics topics = new TestTopics(address);
        String topic = topics.create("behind-a-failure", 1, Map.of("max.message.bytes", "2000"));
        BatchOutput output = open(address, "behind-a-failure", 1);
        output.accept(target(topic), record(topic, "k", incompressible(5_000)));
        failure(output::commit);

        assertThatThrownBy(() -> output.accept(target(topic), record(topic, "k", "small")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(output::commit).isInstanceOf(IllegalStateException.class);
        assertThat(topics.values(topic)).isEmpty();
    }

    @Test
    void aRecordThatIsTooLargeForTheWriterIsTheQuerysFaultToo() throws Exception {
        String address = TestBroker.shared().address();
        String topic = new TestTopics(address).create("far-too-large", 1, Map.of());

        QueryFailure failure = failure(() -> write(address, "far-too-large", topic, incompressible(17 * 1024 * 1024)));

        assertThat(failure).hasMessageContaining("has 17825793 bytes before compression");
    }

    @Test
    void aRecordWithoutAKeyForACompactedTopicIsTheQuerysFault() throws Exception {
        String address = TestBroker.shared().address();
        String topic = new TestTopics(address).create("compacted-only", 1, Map.of("cleanup.policy", "compact"));

        QueryFailure failure = failure(() -> {
            try (BatchOutput output = open(address, "compacted-only", 1)) {
                output.accept(target(topic), record(topic, null, "value"));
                output.commit();
            }
        });

        assertThat(failure).hasMessageContaining("takes no record without a key");
    }

    @Test
    void aTopicThatIsNotThereIsReportedSoon() throws Exception {
        String address = TestBroker.shared().address();

        long begin = System.nanoTime();
        QueryFailure failure = failure(() -> write(address, "never-made", "never-made", "value"));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(failure.queryId()).isEqualTo(QUERY);
        assertThat(failure.isLasting()).isTrue();
        assertThat(failure)
                .hasMessageContaining(
                        "The topic never-made, which the query CSAS_LATE_3 writes, does not exist any more")
                .hasMessageContaining("TERMINATE CSAS_LATE_3");
    }

    @Test
    void aTopicThatIsDeletedWithinABatchIsReportedSoonAndTheOthersGoOn() throws Exception {
        String address = TestBroker.shared().address();
        TestTopics topics = new TestTopics(address);
        String topic = topics.create("deleted-within", 1, Map.of());
        SinkTarget healthy =
                new SinkTarget("CSAS_WELL_4", topics.create("healthy-beside", 1, Map.of()), 0, Emission.EVERY_CHANGE);
        write(address, "deleted-within", topic, "before");
        BatchOutput output = open(address, "deleted-within", 2);
        output.accept(healthy, record(healthy.topic(), "k", "beside"));
        output.accept(target(topic), record(topic, "k", "in between"));
        topics.delete(topic);

        long begin = System.nanoTime();
        QueryFailure failure = failure(() -> {
            output.accept(target(topic), record(topic, "k", "after"));
            output.commit();
        });

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
        assertThat(failure.queryId()).isEqualTo(QUERY);
        try (BatchOutput again = open(address, "deleted-within", 2)) {
            again.accept(healthy, record(healthy.topic(), "k", "beside"));
            again.commit();
        }
        assertThat(topics.values(healthy.topic())).containsExactly("beside");
    }

    @Test
    void aBrokerThatIsKilledWithinABatchAndComesBackLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        timeouts = OutputTimeouts.DEFAULT;
        try (TestBroker broker = TestBroker.start(folder, BACK_SOON)) {
            TestTopics topics = new TestTopics(broker.address());
            String topic = topics.create("killed-within", 1, Map.of());
            write(broker.address(), "killed", topic, "1");
            try (BatchOutput output = open(broker.address(), "killed", 2)) {
                output.accept(target(topic), record(topic, "k", "2"));
                broker.kill();
                broker.restart();
                output.accept(target(topic), record(topic, "k", "3"));
                output.commit();
            }

            assertThat(topics.values(topic)).containsExactly("1", "2", "3");
        }
    }

    @Test
    @Timeout(90)
    void aBrokerThatStaysAwayFailsTheBatchAndTheNextAttemptWritesIt(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder, BACK_SOON)) {
            TestTopics topics = new TestTopics(broker.address());
            String topic = topics.create("away", 1, Map.of());
            write(broker.address(), "away", topic, "1");
            BatchOutput output = open(broker.address(), "away", 2);
            output.accept(target(topic), record(topic, "k", "2"));
            broker.kill();

            long begin = System.nanoTime();
            assertThatThrownBy(output::commit)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("the broker did not answer in time");
            assertThatThrownBy(() -> writeSecond(broker, topic)).isInstanceOf(OutputException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));

            broker.restart();
            writeSecond(broker, topic);
            assertThat(topics.values(topic)).containsExactly("1", "2");
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsFoundOutByTheNextAttempt(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder, BACK_SOON)) {
            TestTopics topics = new TestTopics(broker.address());
            String topic = topics.create("answer-lost", 1, Map.of());
            for (int batch = 1; batch <= 2; batch++) {
                int number = batch;
                timeouts = SHORT;
                BatchOutput output = open(broker.address(), "answer-lost", batch);
                output.accept(target(topic), record(topic, "k", String.valueOf(batch)));
                // The kill falls before, into or behind the commit; the writer may or may not see how it ended.
                CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(number * 5L);
                        broker.kill();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                try {
                    output.commit();
                } catch (OutputException e) {
                    assertThat(e).hasMessageContaining("is not written");
                }
                killed.get();
                broker.restart();
                // Another process, as far as the broker sees.
                clients.close();
                timeouts = OutputTimeouts.DEFAULT;
                try (BatchOutput again = open(broker.address(), "answer-lost", batch)) {
                    again.accept(target(topic), record(topic, "k", String.valueOf(batch)));
                    again.commit();
                }
                clients.close();
            }

            assertThat(topics.values(topic)).containsExactly("1", "2");
        }
    }

    @Test
    void aMarkerWhoseTransactionHasNoEndIsNotGuessedAt() throws Exception {
        String address = TestBroker.shared().address();
        String topic = new TestTopics(address).create("no-end", 1, Map.of());
        write(address, "no-end", topic, "1");
        clients.close();
        try (KafkaProducer<byte[], byte[]> endless = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "transactional.id", "somebody-else"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            endless.initTransactions();
            endless.beginTransaction();
            endless.send(new ProducerRecord<>(TASK.progressTopic("no-end"), 0, new byte[1], new byte[1]))
                    .get();

            assertThatThrownBy(() -> write(address, "no-end", topic, "1"))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("its end is missing")
                    .hasMessageContaining("kafka-transactions.sh abort");
            endless.abortTransaction();
        }

        write(address, "no-end", topic, "1");
        assertThat(new TestTopics(address).values(topic)).containsExactly("1");
    }

    @Test
    void aTopicThatMayNotBeWrittenIsTheQuerysFault(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder, AUTHORIZER)) {
            String topic = new TestTopics(broker.address()).create("forbidden", 1, Map.of());
            deny(broker, ResourceType.TOPIC, topic);

            QueryFailure failure = failure(() -> write(broker.address(), "forbidden", topic, "value"));

            assertThat(failure.queryId()).isEqualTo(QUERY);
            assertThat(failure)
                    .hasMessageContaining("The query CSAS_LATE_3 may not write to the topic forbidden")
                    .hasMessageContaining("the right WRITE");
        }
    }

    @Test
    void aServiceThatMayNotUseTransactionsIsToldWhichRightItNeeds(@TempDir Path folder) throws Exception {
        try (TestBroker broker = TestBroker.start(folder, AUTHORIZER)) {
            String topic = new TestTopics(broker.address()).create("no-transactions", 1, Map.of());
            deny(broker, ResourceType.TRANSACTIONAL_ID, TASK.transactionalId("no-transactions"));

            assertThatThrownBy(() -> write(broker.address(), "no-transactions", topic, "value"))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("WRITE and DESCRIBE on transactional ids with the prefix no-transactions");
        }
    }

    private static final List<String> AUTHORIZER = List.of(
            "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found=true");

    private static void deny(TestBroker broker, ResourceType type, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createAcls(List.of(new AclBinding(
                            new ResourcePattern(type, name, PatternType.LITERAL),
                            new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.WRITE, AclPermissionType.DENY))))
                    .all()
                    .get();
        }
    }

    private void writeSecond(TestBroker broker, String topic) {
        try (BatchOutput output = open(broker.address(), "away", 2)) {
            output.accept(target(topic), record(topic, "k", "2"));
            output.commit();
        }
    }

    private BatchOutput open(String address, String service, long batch) {
        OutputSettings settings = new OutputSettings(Map.of("bootstrap.servers", address), service, true, timeouts);
        return BatchOutput.open(clients, settings, TASK, batch, Set.of());
    }

    private Written write(String address, String service, String topic, String value) {
        try (BatchOutput output = open(address, service, 1)) {
            output.accept(target(topic), record(topic, "k", value));
            return output.commit();
        }
    }

    private static SinkTarget target(String topic) {
        return new SinkTarget(QUERY, topic, 0, Emission.EVERY_CHANGE);
    }

    private static QueryFailure failure(ThrowingCallable doing) {
        QueryFailure failure = catchThrowableOfType(QueryFailure.class, doing);
        assertThat(failure).isNotNull();
        return failure;
    }

    /** Letters without much order: their bits are those of a linear congruence. */
    private static String incompressible(int length) {
        StringBuilder text = new StringBuilder(length);
        long state = 42;
        for (int i = 0; i < length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append((char) ('!' + (state >>> 33) % 90));
        }
        return text.toString();
    }
}
