package io.nrtstreams.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreException;
import io.nrtstreams.connect.s3.storage.StoredObject;
import io.nrtstreams.it.faults.Histories.Course;
import io.nrtstreams.it.stack.EndpointProcess;
import io.nrtstreams.quickstart.audit.LakeLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An answer of the store whose connection ends at any byte is asked for again, and never taken for the whole. With
 * {@code -Dnrt.faults=wide} it ends at every byte, otherwise at every few.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutAnswersIT {
    private static final boolean WIDE = System.getProperty("nrt.faults", "").equals("wide");
    /** More than the answers have in these tests. */
    private static final int LONGEST_ANSWER = 1200;

    @TempDir
    static Path folder;

    private EndpointProcess endpoint;
    private ObjectStore store;
    private StoredObject object;

    @BeforeAll
    void start() throws Exception {
        endpoint = EndpointProcess.start(folder);
        store = endpoint.lake("").open();
        Bench bench = new Bench(endpoint, store, Scenario.oneObject());
        Scenario.Pace pace = bench.scenario().first();
        bench.finish(bench.task("cut", endpoint.address(), new HashMap<>(), pace, Map.of()), pace);
        try (Stream<StoredObject> objects = store.list("cut/" + Log.TOPIC)) {
            object = objects.findFirst().orElseThrow();
        }
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
        endpoint.close();
    }

    @Test
    void metadataThatAreCutAreAskedForAgain() throws Exception {
        assertThat(cutAtEachByte(Operation.READ_METADATA, Strike::answerCutAfter, this::head))
                .isEmpty();
    }

    @Test
    void metadataThatAreCutBehindTheLengthAreAskedForAgain() throws Exception {
        assertThat(cutAtEachByte(Operation.READ_METADATA, Strike::answerWithLengthInFrontCutAfter, this::head))
                .isEmpty();
    }

    private ObjectLink head(ObjectStore through) {
        return through.head(object.key()).orElseThrow().link();
    }

    @Test
    void listsThatAreCutAreAskedForAgain() throws Exception {
        assertThat(cutAtEachByte(
                        Operation.LIST,
                        Strike::answerCutAfter,
                        cut -> cut.list("cut/" + Log.TOPIC).toList()))
                .isEmpty();
    }

    /** Reads with the first answer cut, and without: the same has to come, or a failure that passes. */
    private <T> List<String> cutAtEachByte(
            Operation operation, IntFunction<Strike> cutAfter, Function<ObjectStore, T> request) throws Exception {
        T whole = request.apply(store);
        Sweep sweep = new Sweep("answer cut, " + operation);
        for (int bytes = 0; bytes < LONGEST_ANSWER; bytes += WIDE ? 1 : 13) {
            FaultPlan plan = FaultPlan.atFirst(1, operation, cutAfter.apply(bytes));
            sweep.add("after " + bytes + " bytes", 1, () -> {
                try (FaultProxy proxy = FaultProxy.start(endpoint.address(), plan);
                        ObjectStore cut = through(proxy)) {
                    requireWholeOrPassing(() -> request.apply(cut), whole);
                    assertThat(proxy.byOperation()).containsKey(operation);
                    return new Course(proxy.requests(), proxy.byOperation());
                }
            });
        }
        return sweep.findings();
    }

    private static <T> void requireWholeOrPassing(Supplier<T> request, T whole) {
        try {
            assertThat(request.get()).isEqualTo(whole);
        } catch (StoreException e) {
            assertThat(e.kind()).as(e.getMessage()).isEqualTo(StoreException.Kind.TRANSIENT);
        }
    }

    private ObjectStore through(FaultProxy proxy) {
        LakeLocation lake = endpoint.lake("");
        return new LakeLocation(Optional.of(proxy.address()), lake.bucket(), "", lake.accessKey(), lake.secretKey())
                .open();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"BEGIN_UPLOAD", "COMPLETE_UPLOAD"})
    void anUploadWhoseAnswersAreCutIsStoredOnce(Operation operation) throws Exception {
        assertThat(storedOnceWhereCut(operation, 193)).isEmpty();
    }

    @Test
    void anObjectWhoseAnswersAreCutIsStoredOnce() throws Exception {
        assertThat(storedOnceWhereCut(Operation.PUT_OBJECT, 37)).isEmpty();
    }

    @Test
    void aPartWhoseAnswerIsCutIsUploadedAgain() throws Exception {
        assertThat(storedOnceWhereCut(Operation.UPLOAD_PART, 11)).isEmpty();
    }

    private List<String> storedOnceWhereCut(Operation operation, int step) throws Exception {
        Scenario scenario = operation == Operation.PUT_OBJECT ? Scenario.oneObject() : Scenario.oneObjectInParts();
        Histories histories = new Histories(new Bench(endpoint, store, scenario));
        Sweep sweep = new Sweep("answer cut, " + operation);
        for (int bytes = 0; bytes < LONGEST_ANSWER / 2; bytes += WIDE ? 1 : step) {
            // The first three: of the probe and of objects, or of parts.
            FaultPlan plan = FaultPlan.atFirst(3, operation, Strike.answerCutAfter(bytes));
            sweep.add("after " + bytes + " bytes", 1, () -> histories.toTheEnd(plan, Map.of()));
        }
        return sweep.findings();
    }
}
