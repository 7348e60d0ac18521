package io.nrtstreams.quickstart.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorSetTest {
    private final List<String> lines = new ArrayList<>();
    private FakeWorker worker;
    private Duration belief = Duration.ZERO;

    @BeforeEach
    void startWorker() throws IOException {
        worker = new FakeWorker();
    }

    @AfterEach
    void stopWorker() {
        worker.close();
    }

    @Test
    void appliesOnlyWhatDiffers() {
        set(lines("one", "topic", "a"), lines("two", "topic", "b")).apply();
        set(lines("one", "topic", "a"), lines("two", "topic", "c")).apply();

        assertThat(worker.changes).containsExactly("put one", "put two", "put two");
        assertThat(lines).containsExactly("one: created", "two: created", "one: unchanged", "two: updated");
    }

    @Test
    void changesNothingWhereAnythingIsWrongAndNamesEveryMistakeWithItsFileAndKey() {
        ConnectorSet set = set(lines("good", "topic", "a"), lines("bad"), lines("worse"));

        assertThatThrownBy(set::apply)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("bad.json: topic: Missing required configuration \"topic\" which has no default value.\n"
                        + "worse.json: topic: Missing required configuration \"topic\" which has no default value.");
        assertThat(worker.changes).isEmpty();
    }

    @Test
    void aMistakeInACleaningRuleIsFoundBeforeAnyTaskStarts() {
        ConnectorSet set = set(lines(
                "one",
                "topic",
                "a",
                "transforms",
                "clean",
                "transforms.clean.type",
                "io.nrtstreams.connect.cleaning.Clean$Value",
                "transforms.clean.field.usage",
                "trim | too int32"));

        assertThatThrownBy(set::apply)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("one.json: transforms.clean: field.usage: ")
                .hasMessageContaining("column 8");
        assertThat(worker.changes).isEmpty();
    }

    @Test
    void anUnknownClassIsNamedWithTheOneThatWasMeantAndAllThereAre() {
        ConnectorSet set = set(connector("one", "connector.class", "a.c.LineConnector"));

        assertThatThrownBy(set::validate)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("one.json: connector.class: the worker has no connector a.c.LineConnector"
                        + " (did you mean a.b.LinesConnector?). It has: a.b.LinesConnector");
    }

    @Test
    void aMissingClassIsNamed() {
        ConnectorSet set = set(connector("one", "topic", "a"));

        assertThatThrownBy(set::validate)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("one.json: connector.class: is missing");
    }

    @Test
    void theShortNamesThatConnectAllowsAreKnown() {
        set(connector("one", "connector.class", "Lines", "topic", "a")).validate();
        set(connector("two", "connector.class", "LinesConnector", "topic", "a")).validate();

        assertThat(lines).containsExactly("one: valid", "two: valid");
    }

    @Test
    void showsWhatWouldChangeButNoSecret() {
        set(lines("one", "topic", "a", "password", "old", "gone", "x")).apply();
        lines.clear();

        boolean any = set(
                        lines("one", "topic", "b", "password", "${env:NRT_P}", "new", "y"), lines("two", "topic", "a"))
                .diff();

        assertThat(any).isTrue();
        assertThat(lines)
                .containsExactly(
                        "one: differs",
                        "    - gone",
                        "    + new = y",
                        "    ~ password: [hidden] -> ${env:NRT_P}",
                        "    ~ topic: a -> b",
                        "two: missing");
        assertThat(worker.changes).containsExactly("put one");
    }

    @Test
    void saysThatNothingDiffers() {
        set(lines("one", "topic", "a")).apply();

        assertThat(set(lines("one", "topic", "a")).diff()).isFalse();
    }

    @Test
    void aFailedTaskIsReportedWithTheCauseThatConnectWraps() {
        ConnectorSet set = set(lines("one", "topic", "a", "fails", "yes"));

        assertThatThrownBy(set::apply)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("one: FAILED: task 0: org.X: the file is gone");
        assertThat(set.status()).isFalse();
        assertThat(lines)
                .last()
                .asString()
                .isEqualTo("one: RUNNING, 1 task: FAILED\n    task 0: org.X: the file is gone");
    }

    @Test
    void aFailureOfBeforeTheUpdateIsNotTakenForOneOfNow() {
        belief = Duration.ofMinutes(1);
        worker.failUntilLook(3);

        set(lines("one", "topic", "a")).apply();

        assertThat(lines).containsExactly("one: created");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500})
    void waitsForARebalanceToEnd(int status) {
        worker.rebalanceFor(2, status);

        set(lines("one", "topic", "a")).apply();

        assertThat(lines).containsExactly("one: created");
    }

    @Test
    void givesUpARebalanceThatDoesNotEnd() {
        worker.rebalanceFor(Integer.MAX_VALUE, 409);
        ConnectRest impatient = new ConnectRest(worker.url(), Duration.ZERO);

        assertThatThrownBy(impatient::names)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("GET " + worker.url()
                        + "/connectors was refused with 409: not now because a rebalance is expected");
    }

    @Test
    void deletesWhatIsThere() {
        set(lines("one", "topic", "a")).apply();

        set(lines("one", "topic", "a"), lines("two", "topic", "a")).delete();

        assertThat(lines).containsExactly("one: created", "one: deleted", "two: was not there");
    }

    @Test
    void aWorkerThatDoesNotAnswerIsNamedWithTheRemedy() {
        URI nobody = worker.url();
        worker.close();

        assertThatThrownBy(() -> new ConnectRest(nobody).names())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("No Connect worker answers at " + nobody
                        + ". Start one with ./nrt up, or name another with --connect URL.");
    }

    private ConnectorSet set(Connector... connectors) {
        return new ConnectorSet(Arrays.asList(connectors), new ConnectRest(worker.url()), lines::add, belief);
    }

    private static Connector lines(String name, String... pairs) {
        Connector without = connector(name, pairs);
        Map<String, String> config = new HashMap<>(without.config());
        config.put("connector.class", "a.b.LinesConnector");
        return new Connector(name, config, without.file());
    }

    private static Connector connector(String name, String... pairs) {
        Map<String, String> config = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            config.put(pairs[at], pairs[at + 1]);
        }
        return new Connector(name, config, Path.of(name + ".json"));
    }
}
