package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.host.output.Faults.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task dies at each step of a batch's output; whoever comes after it finishes the batch, and the topic holds it once. */
final class ExactlyOnceTest {

    private static final int RECORDS = 5;
    private static final WriterId TASK = new WriterId("stateless", "run1", 0, 0);

    @ParameterizedTest
    @CsvSource({
        "BEFORE_BEGIN, 1, 1",
        "BEFORE_BEGIN, 1, 2",
        "AFTER_SEND, 1, 1",
        "AFTER_SEND, 3, 1",
        "AFTER_SEND, 3, 2",
        "AFTER_SEND, 6, 2",
        "BEFORE_COMMIT, 1, 1",
        "BEFORE_COMMIT, 1, 2",
        "AFTER_COMMIT, 1, 1",
        "AFTER_COMMIT, 1, 2"
    })
    void aDeathIsMadeGoodByTheReplay(Step step, int time, long batchOfDeath) throws Exception {
        String name = "death-" + step + "-" + time + "-" + batchOfDeath;
        Fixture fixture = new Fixture(name);
        DyingAt dying = new DyingAt(step, time);
        List<OutputClients> processes = new ArrayList<>(List.of(new OutputClients(dying)));

        for (long batch = 1; batch <= 3; batch++) {
            if (batch == batchOfDeath) {
                dying.arm();
                long number = batch;
                assertThatThrownBy(() -> fixture.write(processes.get(0), number))
                        .isInstanceOf(Crash.class);
                processes.add(0, new OutputClients(Faults.NONE));
            }
            Written written = fixture.write(processes.get(0), batch);
            assertThat(written.replay()).isEqualTo(batch == batchOfDeath && step == Step.AFTER_COMMIT);
        }

        assertThat(fixture.values()).containsExactlyElementsOf(fixture.expected(1, 2, 3));
        processes.forEach(OutputClients::close);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aZombieThatWakesAfterItsSuccessorIsShutOut(boolean successorHasCommitted) throws Exception {
        Fixture fixture = new Fixture("zombie-" + successorHasCommitted);
        OutputClients zombies = new OutputClients(Faults.NONE);
        OutputClients successors = new OutputClients(Faults.NONE);
        fixture.write(zombies, 1);
        BatchOutput zombie = fixture.begin(zombies, 2);
        BatchOutput successor = fixture.begin(successors, 2);
        if (successorHasCommitted) {
            successor.commit();
        }

        assertThatThrownBy(zombie::commit)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("another attempt at the task took over");
        if (!successorHasCommitted) {
            successor.commit();
        }

        assertThat(fixture.values()).containsExactlyElementsOf(fixture.expected(1, 2));
        zombies.close();
        successors.close();
    }

    @Test
    void twoAttemptsInOneProcessWriteOnce() throws Exception {
        Fixture fixture = new Fixture("two-attempts");
        try (OutputClients clients = new OutputClients(Faults.NONE)) {
            BatchOutput first = fixture.begin(clients, 1);
            BatchOutput second = fixture.begin(clients, 1);
            second.commit();

            assertThatThrownBy(first::commit).isInstanceOf(OutputException.class);
            assertThat(fixture.write(clients, 1).replay()).isTrue();
            fixture.write(clients, 2);
        }

        assertThat(fixture.values()).containsExactlyElementsOf(fixture.expected(1, 2));
    }

    @Test
    void aTaskFindsItsMarkerBehindAnyNumberOfFailures() throws Exception {
        Fixture fixture = new Fixture("many-failures");
        OutputClients first = new OutputClients(Faults.NONE);
        fixture.write(first, 1);
        first.close();
        // Each leaves a marker that is taken back, and the sign that it is.
        for (int failure = 0; failure < 12; failure++) {
            OutputClients dying = new OutputClients(new DyingAt(Step.BEFORE_COMMIT, 1).armed());
            assertThatThrownBy(() -> fixture.write(dying, 2)).isInstanceOf(Crash.class);
        }

        try (OutputClients last = new OutputClients(Faults.NONE)) {
            assertThat(fixture.write(last, 1).replay()).isTrue();
        }
    }

    /** Dies when a step comes for the given time since it was armed. */
    private static final class DyingAt implements Faults {

        private final Step deadly;
        private int left;

        DyingAt(Step deadly, int time) {
            this.deadly = deadly;
            this.left = -time;
        }

        void arm() {
            left = -left;
        }

        DyingAt armed() {
            arm();
            return this;
        }

        @Override
        public void at(Step step, String place) {
            if (step == deadly && left > 0 && --left == 0) {
                throw new Crash();
            }
        }
    }

    private static final class Fixture {

        private final TestTopics topics;
        private final OutputSettings settings;
        private final SinkTarget target;

        Fixture(String name) throws Exception {
            String address = TestBroker.shared().address();
            topics = new TestTopics(address);
            settings = new OutputSettings(Map.of("bootstrap.servers", address), name, true, OutputTimeouts.DEFAULT);
            target = new SinkTarget("CSAS_1", topics.create(name, 1, Map.of()), 0, Emission.EVERY_CHANGE);
        }

        BatchOutput begin(OutputClients clients, long batch) {
            BatchOutput output = BatchOutput.open(clients, settings, TASK, batch, Set.of());
            expected(batch).forEach(value -> output.accept(target, record(target.topic(), "k", value)));
            return output;
        }

        Written write(OutputClients clients, long batch) {
            return begin(clients, batch).commit();
        }

        List<String> expected(long... batches) {
            List<String> values = new ArrayList<>();
            for (long batch : batches) {
                for (int record = 0; record < RECORDS; record++) {
                    values.add(batch + "/" + record);
                }
            }
            return values;
        }

        List<String> values() throws Exception {
            return topics.values(target.topic());
        }
    }
}
