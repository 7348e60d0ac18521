package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.Origin;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class BatchOutputTest {

    private static final String QUERY = "CTAS_TOTALS_1";

    private final OutputClients clients = new OutputClients(Faults.NONE);
    private TestTopics topics;
    private OutputSettings settings;
    private WriterId task;
    private SinkTarget target;

    @BeforeEach
    void makeTopic(TestInfo test) throws Exception {
        TestBroker broker = TestBroker.shared();
        String name = "output-" + test.getTestMethod().orElseThrow().getName();
        topics = new TestTopics(broker.address());
        settings =
                new OutputSettings(Map.of("bootstrap.servers", broker.address()), name, true, OutputTimeouts.DEFAULT);
        task = new WriterId("grouped", "run1", 1, 0);
        target = new SinkTarget(QUERY, topics.create(name, 2, Map.of()), 0, Emission.EVERY_CHANGE);
    }

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void whatATaskWritesIsThereAtOnceWhenItCommits() throws Exception {
        Written written;
        try (BatchOutput output = open(1)) {
            output.accept(target, record(target.topic(), "a", "a1"));
            output.accept(target, record(target.topic(), "b", "b1"));
            written = output.commit();
        }

        assertThat(topics.values(target.topic())).containsExactlyInAnyOrder("a1", "b1");
        assertThat(written).isEqualTo(new Written(false, Map.of(QUERY, 2L), Map.of()));
    }

    @Test
    void whatIsNotCommittedIsNeverThere() throws Exception {
        try (BatchOutput output = open(1)) {
            output.accept(target, record(target.topic(), "a", "taken back"));
        }
        writeAndCommit(1, "a1");

        assertThat(topics.values(target.topic())).containsExactly("a1");
    }

    @Test
    void aBatchThatIsWrittenIsNotWrittenAgainByThisProcessOrAnother() throws Exception {
        writeAndCommit(1, "a1");
        Written here = writeAndCommit(1, "a1");
        Written elsewhere;
        try (OutputClients others = new OutputClients(Faults.NONE);
                BatchOutput output = BatchOutput.open(others, settings, task, 1, Set.of())) {
            output.accept(target, record(target.topic(), "a", "a1"));
            elsewhere = output.commit();
        }

        assertThat(here.replay()).isTrue();
        assertThat(elsewhere.replay()).isTrue();
        assertThat(topics.values(target.topic())).containsExactly("a1");
    }

    @Test
    void aTaskThatWritesNothingAsksNothingOfTheBroker() throws Exception {
        try (BatchOutput output = open(1)) {
            assertThat(output.commit()).isEqualTo(Written.NOTHING);
        }

        assertThat(topics.exists(task.progressTopic(settings.serviceId()))).isFalse();
    }

    @Test
    void aCheckpointOlderThanWhatIsWrittenIsRefused() {
        writeAndCommit(7, "a7");

        assertThatThrownBy(() -> writeAndCommit(6, "a6"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("batch 6 is next")
                .hasMessageContaining("task 0 of stage 1 of job grouped has written batch 7")
                .hasMessageContaining("delete the checkpoint as a whole");
    }

    @Test
    void aNewCheckpointCountsItsBatchesAnew() throws Exception {
        writeAndCommit(7, "old");
        task = new WriterId(task.job(), "run2", task.stage(), task.task());
        writeAndCommit(1, "new");

        assertThat(topics.values(target.topic())).containsExactly("old", "new");
    }

    @Test
    void recordsOfASuppressedQueryAreCountedAndNotWritten() throws Exception {
        SinkTarget other = new SinkTarget("CSAS_OTHER_2", target.topic(), 0, Emission.EVERY_CHANGE);
        Written written;
        try (BatchOutput output = BatchOutput.open(clients, settings, task, 3, Set.of(QUERY))) {
            output.accept(target, record(target.topic(), "a", "written before"));
            output.accept(other, record(target.topic(), "a", "other"));
            written = output.commit();
        }

        assertThat(topics.values(target.topic())).containsExactly("other");
        assertThat(written.records()).containsExactlyInAnyOrderEntriesOf(Map.of(QUERY, 1L, other.queryId(), 1L));
    }

    @Test
    void ofAFailedBatchTheTasksThatHaveWrittenAreKnownAndTheOthersAreShutOut() throws Exception {
        writeAndCommit(4, "task 0");
        WriterId second = new WriterId(task.job(), task.run(), task.stage(), 1);
        OutputClients elsewhere = new OutputClients(Faults.NONE);
        BatchOutput late = BatchOutput.open(elsewhere, settings, second, 4, Set.of());
        late.accept(target, record(target.topic(), "a", "task 1, too late"));

        BitSet written = WrittenTasks.of(clients, settings, task, 3, 4);

        assertThat(written.stream()).containsExactly(0);
        assertThatThrownBy(late::commit)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("another attempt at the task took over");
        assertThat(topics.values(target.topic())).containsExactly("task 0");
        elsewhere.close();
    }

    @Test
    void whatAnotherTaskLeftOpenDoesNotHideATasksProgress() throws Exception {
        writeAndCommit(1, "a1");
        OutputClients dead = new OutputClients((step, job) -> {
            if (step == Faults.Step.BEFORE_COMMIT) {
                throw new Crash();
            }
        });
        WriterId neighbour = new WriterId(task.job(), task.run(), task.stage(), 1);
        BatchOutput left = BatchOutput.open(dead, settings, neighbour, 2, Set.of());
        left.accept(target, record(target.topic(), "b", "left open"));
        assertThatThrownBy(left::commit).isInstanceOf(Crash.class);

        try (OutputClients successor = new OutputClients(Faults.NONE);
                BatchOutput output = BatchOutput.open(successor, settings, task, 1, Set.of())) {
            output.accept(target, record(target.topic(), "a", "a1"));
            assertThat(output.commit().replay()).isTrue();
        }
        dead.close();
    }

    @Test
    void aProcessThatWasOvertakenSeesItAndGoesOn() throws Exception {
        settings = OutputSettings.of(settings.client(), settings.serviceId());
        writeAndCommit(1, "a1");
        try (OutputClients others = new OutputClients(Faults.NONE);
                BatchOutput output = BatchOutput.open(others, settings, task, 2, Set.of())) {
            output.accept(target, record(target.topic(), "a", "a2"));
            output.commit();
        }
        writeAndCommit(3, "a3");

        assertThat(topics.values(target.topic())).containsExactly("a1", "a2", "a3");
    }

    @Test
    void entriesOfTheProcessingLogAreInTheSameTransaction() throws Exception {
        ProcessingLog.Entry entry = new ProcessingLog.Entry(
                QUERY,
                "source",
                ProcessingLog.Kind.DECODE,
                new Origin("orders", 2, 17, List.of()),
                "the value: no JSON");
        Written written;
        try (BatchOutput output = open(1)) {
            output.log(entry);
            output.log(new ProcessingLog.Entry(QUERY, "sink", ProcessingLog.Kind.ENCODE, null, "no window"));
            written = output.commit();
        }

        assertThat(written.errors()).containsExactly(Map.entry(QUERY, 2L));
        assertThat(topics.values(settings.processingLogTopic()))
                .containsExactly(
                        "{\"query\":\"CTAS_TOTALS_1\",\"step\":\"source\",\"kind\":\"DECODE\",\"topic\":\"orders\","
                                + "\"partition\":2,\"offset\":17,\"reason\":\"the value: no JSON\"}",
                        "{\"query\":\"CTAS_TOTALS_1\",\"step\":\"sink\",\"kind\":\"ENCODE\",\"topic\":null,"
                                + "\"partition\":null,\"offset\":null,\"reason\":\"no window\"}");
    }

    @Test
    void perBatchOnlyTheLastChangeOfAKeyIsWritten() throws Exception {
        target = new SinkTarget(QUERY, target.topic(), 0, Emission.PER_BATCH);
        try (BatchOutput output = open(1)) {
            for (String value : List.of("a1", "b1", "a2", "b2", "a3")) {
                output.accept(target, record(target.topic(), value.substring(0, 1), value));
            }
            output.commit();
        }

        assertThat(topics.values(target.topic())).containsExactlyInAnyOrder("a3", "b2");
    }

    private BatchOutput open(long batch) {
        return BatchOutput.open(clients, settings, task, batch, Set.of());
    }

    private Written writeAndCommit(long batch, String value) {
        try (BatchOutput output = open(batch)) {
            output.accept(target, record(target.topic(), "a", value));
            return output.commit();
        }
    }
}
