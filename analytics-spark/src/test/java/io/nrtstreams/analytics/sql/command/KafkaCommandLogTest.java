package io.nrtstreams.analytics.sql.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.kafka.KafkaTopics;
import io.nrtstreams.sql.SqlException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaCommandLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "nrt_" + UUID.randomUUID() + "_commands";
    private Map<String, Object> kafka = Map.of();

    @BeforeEach
    void createTopic() throws Exception {
        kafka = Map.of("bootstrap.servers", TestBroker.shared().address());
        createTopicOn(kafka);
    }

    private void createTopicOn(Map<String, Object> kafka) {
        try (KafkaTopics topics = KafkaTopics.connect(kafka)) {
            topics.createCompacted(topic, Map.of());
        }
    }

    private KafkaCommandLog open(String server) {
        return KafkaCommandLog.open(kafka, topic, new Owner(server, server + ":8088"));
    }

    private static void append(CommandLog log, String... statements) {
        for (String statement : statements) {
            Samples.append(log, statement);
        }
    }

    private static String[] samples() {
        return Samples.statements().toArray(String[]::new);
    }

    @Test
    void keepsWhatWasDeclaredAndStarted() {
        Contents written;
        try (KafkaCommandLog log = open("a")) {
            append(log, samples());
            written = log.settle();
        }

        try (KafkaCommandLog log = open("b")) {
            assertThat(log.isOwned()).isTrue();
            assertThat(log.settle()).isEqualTo(written);
            assertThat(log.skipped()).isEmpty();
        }
    }

    @Test
    void isFollowedByASecondServerThatTakesOverWhenTheFirstStops() {
        KafkaCommandLog first = open("a");
        try (KafkaCommandLog second = open("b")) {
            Told told = new Told();
            second.listen(told);
            assertThat(first.isOwned()).isTrue();
            assertThat(second.isOwned()).isFalse();

            append(first, samples());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(second.settle()).isEqualTo(first.settle()));
            assertThat(second.owner()).contains(new Owner("a", "a:8088"));
            assertThatThrownBy(() -> append(second, "CREATE TYPE mine AS INT;"))
                    .isInstanceOf(NotOwnerException.class)
                    .hasMessageContaining("a at a:8088");

            first.close();
            await().atMost(PATIENCE).until(second::isOwned);
            await().atMost(PATIENCE).until(() -> told.promoted);
            append(second, "CREATE TYPE mine AS INT;");
            assertThat(second.settle().sequence()).isEqualTo(6);
        }
    }

    @Test
    void fencesAServerThatItsSuccessorDidNotHearOf() {
        KafkaCommandLog silent = open("a");
        Told told = new Told();
        silent.listen(told);
        append(silent, samples());
        LogWriter successor = LogWriter.open(kafka, topic, new Owner("b", ""));
        successor.write(Samples.command(silent.settle(), "CREATE TYPE theirs AS INT;"));
        successor.close();

        assertThatThrownBy(() -> append(silent, "CREATE TYPE mine AS INT;"))
                .isInstanceOf(NotOwnerException.class)
                .hasMessageContaining("has lost the command log");

        assertThat(silent.isOwned()).isFalse();
        assertThat(told.lost).contains("taken the command log over");
        silent.close();
        try (KafkaCommandLog next = open("c")) {
            assertThat(next.settle().snapshot().declarations().types()).containsOnlyKeys("NAME", "THEIRS");
        }
    }

    @Test
    void givesTheLogBackToAServerThatIsStartedAgainWhileItIsStillRemembered() {
        KafkaCommandLog killed = open("a");
        append(killed, samples());

        try (KafkaCommandLog again = open("a")) {
            assertThat(again.isOwned()).isTrue();
            assertThat(again.settle().sequence()).isEqualTo(5);
        }
        killed.close();
    }

    @Test
    void skipsWhatCannotBeUsed() {
        try (KafkaCommandLog log = open("a")) {
            append(log, samples());
        }
        try (KafkaProducer<String, String> intruder =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            intruder.send(new ProducerRecord<>(topic, "source/TICKS", "rubbish"));
            intruder.send(new ProducerRecord<>(topic, "head", "rubbish"));
            intruder.send(new ProducerRecord<>(topic, "alien/thing", "rubbish"));
            intruder.flush();
        }

        try (KafkaCommandLog log = open("a")) {
            assertThat(log.skipped()).extracting(Skipped::what).containsExactly("source/TICKS", "head", "alien/thing");
            assertThat(log.settle().snapshot().queries()).hasSize(2);
            append(log, "CREATE TYPE still AS INT;");
        }
    }

    @Test
    void holdsNoPartOfACommandWhoseWriterDied() {
        try (KafkaCommandLog log = open("a")) {
            append(log, samples());
        }
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("transactional.id", topic);
        KafkaProducer<String, String> dying =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        dying.initTransactions();
        dying.beginTransaction();
        dying.send(new ProducerRecord<>(topic, 0, "source/TICKS", null));
        dying.flush();
        dying.close(Duration.ZERO);

        try (KafkaCommandLog log = open("a")) {
            assertThat(log.settle().snapshot().declarations().source("TICKS")).isPresent();
        }
    }

    @Test
    void keepsTheLogWhenTheBrokerHadForgottenItAndNobodyElseHadItMeanwhile() throws Exception {
        try (KafkaCommandLog log = open("a");
                Admin admin = Admin.create(kafka)) {
            append(log, samples());

            admin.removeMembersFromConsumerGroup(
                            topic, new RemoveMembersFromConsumerGroupOptions(Set.of(new MemberToRemove("a"))))
                    .all()
                    .get();
            await().atMost(PATIENCE).until(() -> members(admin) == 0);
            await().atMost(PATIENCE).until(() -> members(admin) == 1);

            append(log, "CREATE TYPE still AS INT;");
            assertThat(log.isOwned()).isTrue();
        }
    }

    private int members(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(topic))
                .describedGroups()
                .get(topic)
                .get()
                .members()
                .size();
    }

    @Test
    void findsOutWhatBecameOfACommandWhoseWritingWasCutOff(@TempDir Path folder) throws Exception {
        TestBroker broker = TestBroker.start(folder);
        kafka = Map.of("bootstrap.servers", broker.address());
        createTopicOn(kafka);
        try (KafkaCommandLog log = open("a")) {
            append(log, samples());
            Contents before = log.settle();
            awaitCommitted();
            broker.kill();

            Command cutOff = Samples.command(before, "CREATE TYPE cut AS INT;");
            assertThatThrownBy(() -> log.append(cutOff)).isInstanceOf(SqlException.class);
            broker.restart();

            await().atMost(PATIENCE.multipliedBy(2)).ignoreExceptions().until(() -> {
                append(log, "CREATE TYPE next AS INT;");
                return true;
            });
            Contents after = log.settle();
            boolean counted = after.snapshot().declarations().types().containsKey("CUT");
            assertThat(after.sequence()).isEqualTo(before.sequence() + (counted ? 2 : 1));
        } finally {
            broker.close();
        }
    }

    /** A commit is acknowledged before its markers are written, and a broker that is killed in between can lose them. */
    private void awaitCommitted() {
        Map<TopicPartition, OffsetSpec> latest = Map.of(new TopicPartition(topic, 0), OffsetSpec.latest());
        try (Admin admin = Admin.create(kafka)) {
            await().atMost(PATIENCE).until(() -> {
                Object written = offsets(admin, latest, IsolationLevel.READ_UNCOMMITTED);
                return written.equals(offsets(admin, latest, IsolationLevel.READ_COMMITTED));
            });
        }
    }

    private static Object offsets(Admin admin, Map<TopicPartition, OffsetSpec> asked, IsolationLevel isolation)
            throws Exception {
        return admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all().get().values().stream()
                .map(found -> found.offset())
                .toList();
    }

    private static final class Told implements CommandLog.Listener {
        private volatile boolean promoted;
        private volatile String lost = "";

        @Override
        public void followed(Contents contents) {}

        @Override
        public void promoted(Contents contents) {
            promoted = true;
        }

        @Override
        public void lost(String reason) {
            lost = reason;
        }
    }
}
