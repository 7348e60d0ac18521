package io.nrtstreams.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.it.faults.Histories.Course;
import io.nrtstreams.it.stack.EndpointProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to any request between the sink and a real endpoint, and wherever the sink is killed, each record is
 * stored once. With {@code -Dnrt.faults=wide} every fault strikes at every request, three times over, and many seeds are
 * tried; otherwise a kill that loses a request or its answer does so at every request, and others strike at every few.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkFaultsIT {
    private static final boolean WIDE = System.getProperty("nrt.faults", "").equals("wide");
    private static final int ROUNDS = WIDE ? 3 : 1;
    private static final int STEP = WIDE ? 1 : 6;
    private static final int SEEDS = WIDE ? 40 : 3;
    /** Requests of a run vary a little, as ages are those of a real clock. */
    private static final int MARGIN = 4;
    /** More than a successor needs to be done. */
    private static final int ALL_TURNS = 10_000;

    private static final List<Fault> WAYS_TO_BE_KILLED =
            List.of(Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.REQUEST_CUT, Fault.ANSWER_CUT);
    private static final List<Fault> PASSING = List.of(
            Fault.REQUEST_LOST,
            Fault.ANSWER_LOST,
            Fault.REQUEST_CUT,
            Fault.ANSWER_CUT,
            Fault.SLOW,
            Fault.SLOW_DOWN,
            Fault.INTERNAL_ERROR,
            Fault.DONE_BUT_INTERNAL_ERROR,
            Fault.CONFLICT);

    @TempDir
    static Path folder;

    private EndpointProcess endpoint;
    private ObjectStore store;

    @BeforeAll
    void start() throws Exception {
        endpoint = EndpointProcess.start(folder.resolve("endpoint"));
        store = endpoint.lake("").open();
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
        endpoint.close();
    }

    static List<Scenario> scenarios() {
        return List.of(Scenario.smallObjects(), Scenario.objectsInParts());
    }

    private Histories of(Scenario scenario) {
        return new Histories(new Bench(endpoint, store, scenario));
    }

    private static Course undisturbed(Histories histories) {
        return histories.toTheEnd(FaultPlan.none(), Map.of());
    }

    @Test
    void theScenariosSendEveryKindOfRequestThatTheSinkHas() {
        Course small = undisturbed(of(Scenario.smallObjects()));
        Course inParts = undisturbed(of(Scenario.objectsInParts()));

        System.out.println("small objects: " + small + "; objects in parts: " + inParts);
        assertThat(small.operations()).containsKeys(Operation.LIST, Operation.PUT_OBJECT);
        assertThat(inParts.operations())
                .containsKeys(Operation.BEGIN_UPLOAD, Operation.UPLOAD_PART, Operation.COMPLETE_UPLOAD);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aTaskKilledAtAnyRequestLosesAndDoublesNothing(Scenario scenario) throws Exception {
        Histories histories = of(scenario);
        int requests = undisturbed(histories).requests() + MARGIN;
        Sweep sweep = new Sweep("killed, " + scenario);
        for (int round = 0; round < ROUNDS; round++) {
            for (Fault fault : WAYS_TO_BE_KILLED) {
                boolean isCut = fault == Fault.REQUEST_CUT || fault == Fault.ANSWER_CUT;
                for (int n = 1; n <= requests; n += isCut ? STEP / 2 + 1 : 1) {
                    int last = n;
                    sweep.add(fault.name(), n, () -> histories.killedAt(last, fault));
                }
            }
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aRequestThatArrivesAfterTheSuccessorOfItsTaskLosesAndDoublesNothing(Scenario scenario) throws Exception {
        Histories histories = of(scenario);
        int requests = undisturbed(histories).requests() + MARGIN;
        Sweep sweep = new Sweep("overtaken, " + scenario);
        for (int n = 1; n <= requests; n += STEP / 2 + 1) {
            int last = n;
            sweep.add("held for some turns", n, () -> histories.overtakenAt(last, last % 9));
            sweep.add("held to the end", n, () -> histories.overtakenAt(last, ALL_TURNS));
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aFaultAtAnyRequestThatPassesLosesAndDoublesNothing(Scenario scenario) throws Exception {
        Histories histories = of(scenario);
        int requests = undisturbed(histories).requests() + MARGIN;
        Sweep sweep = new Sweep("struck, " + scenario);
        for (int round = 0; round < ROUNDS; round++) {
            for (Fault fault : PASSING) {
                for (int n = 1 + fault.ordinal() % STEP; n <= requests; n += STEP) {
                    FaultPlan plan = FaultPlan.at(n, fault);
                    sweep.add(fault.name(), n, () -> histories.toTheEnd(plan, Map.of()));
                }
            }
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @Test
    void uploadsWhoseCompletionFailsInAnyWayAreCompletedOnce() throws Exception {
        Histories histories = of(Scenario.objectsInParts());
        List<Fault> faults = new ArrayList<>(PASSING);
        faults.add(Fault.ERROR_WITHIN_SUCCESS);
        Sweep sweep = new Sweep("completion fails");
        for (Fault fault : faults) {
            for (int times : WIDE ? List.of(1, 2, 6) : List.of(2)) {
                FaultPlan plan = FaultPlan.atFirst(times, Operation.COMPLETE_UPLOAD, fault);
                sweep.add(fault + " " + times + " times", 1, () -> histories.toTheEnd(plan, Map.of()));
            }
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @Test
    void aStoreThatFailsForAWhileDelaysRecordsOnly() throws Exception {
        Histories histories = of(Scenario.smallObjects());
        Sweep sweep = new Sweep("storms");
        for (Fault fault :
                List.of(Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.SLOW_DOWN, Fault.DONE_BUT_INTERNAL_ERROR)) {
            FaultPlan storm = FaultPlan.storm(6, 30, fault);
            // Requests give up at once, so that it is the task that holds its files and tries again.
            sweep.add("storm of " + fault, 30, () -> histories.toTheEnd(storm, Map.of("s3.attempts", "1")));
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aStoreThatIsKilledAndComesBackLosesAndDoublesNothing(Scenario scenario) throws Exception {
        Histories histories = of(scenario);
        int requests = undisturbed(histories).requests();
        List<String> findings = new ArrayList<>();
        for (int n = requests / 2; n < requests; n += WIDE ? requests / 6 : requests) {
            int killed = n;
            // One after the other: they share the store.
            Sweep sweep = new Sweep("store killed, " + scenario);
            sweep.add("store killed", n, () -> histories.survivingItsStore(killed));
            findings.addAll(sweep.findings());
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("randomScenarios")
    void tasksThatAreKilledStoppedAndRebalancedAmongFaultsLoseAndDoubleNothing(Scenario scenario) throws Exception {
        RandomHistories histories = new RandomHistories(new Bench(endpoint, store, scenario));
        Sweep sweep = new Sweep("many lives, " + scenario);
        for (int n = 0; n < SEEDS; n++) {
            long seed = n;
            sweep.add("seed " + seed, 1, () -> histories.manyLives(seed));
        }
        assertThat(sweep.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("randomScenarios")
    void tasksThatAllOwnThePartitionsAmongFaultsLoseAndDoubleNothing(Scenario scenario) throws Exception {
        RandomHistories histories = new RandomHistories(new Bench(endpoint, store, scenario));
        Sweep sweep = new Sweep("rivals, " + scenario);
        for (int n = 0; n < SEEDS; n++) {
            long seed = n;
            sweep.add("seed " + seed, 1, () -> histories.rivals(seed));
        }
        assertThat(sweep.findings()).isEmpty();
    }

    static List<Scenario> randomScenarios() {
        return List.of(Scenario.smallObjects(), Scenario.littleMemory());
    }

    /** That the sweep can find something at all. */
    @Test
    void theSweepFindsTheRecordsThatAtLeastOnceStoresTwice() throws Exception {
        Histories histories = of(Scenario.smallObjects().with("delivery", "at-least-once"));
        Sweep sweep = new Sweep("killed, at least once");
        for (int n = 10; n <= 25; n++) {
            int last = n;
            sweep.add("ANSWER_LOST", n, () -> histories.killedAt(last, Fault.ANSWER_LOST));
        }
        assertThat(sweep.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.contains(" more than once: [") && !finding.contains("missing"));
    }
}
