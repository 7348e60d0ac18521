package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.row.TopicRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples of the project's own cases. */
class CaseSuiteTest {

    private static final Path WINDOWS = Path.of("src/test/resources/golden/window.jsonl");
    private static final Path REFUSED = Path.of("src/test/resources/golden/refused.jsonl");

    private final Tally tally = new Tally();
    private final List<String> ids = new ArrayList<>();

    private CaseSuite.Coverage run(CaseSuite suite, CaseHost host, int threads) throws Exception {
        return suite.run(host, threads, (group, id, result) -> {
            tally.add(group, result);
            ids.add(id);
        });
    }

    @Test
    void allCasesComeOutOnTheDirectHostHoweverManyAreUnderWay() throws Exception {
        CaseSuite.Coverage coverage = run(new CaseSuite(WINDOWS, "", 1), CaseRunner::direct, 4);

        assertThat(coverage.ran()).isGreaterThan(4).isEqualTo(coverage.suiting());
        assertThat(tally.total().percentExact()).isEqualTo(100.0);
        assertThat(coverage.otherwise()).isEmpty();
    }

    @Test
    void aShareOfTheCasesHoldsTheFirstOfEachClass() throws Exception {
        run(new CaseSuite(WINDOWS, "", 1), CaseRunner::direct, 1);
        List<String> all = List.copyOf(ids);
        ids.clear();

        CaseSuite.Coverage third = run(new CaseSuite(WINDOWS, "", 3), CaseRunner::direct, 1);

        assertThat(ids).hasSize(third.ran()).hasSizeBetween(all.size() / 3, all.size() / 2 + 1);
        assertThat(ids.get(0)).isEqualTo(all.get(0));
    }

    @Test
    void casesAreChosenByAPartOfTheirId() throws Exception {
        run(new CaseSuite(WINDOWS, "", 1), CaseRunner::direct, 1);
        String one = ids.get(1);
        ids.clear();

        run(new CaseSuite(WINDOWS, one, 1), CaseRunner::direct, 1);

        assertThat(ids).containsExactly(one);
    }

    @Test
    void casesThatNoHostSeesAreLeftOutAndCounted() throws Exception {
        CaseSuite.Coverage coverage = run(new CaseSuite(REFUSED, "", 1), CaseRunner::direct, 1);

        assertThat(coverage.ran()).isZero();
        assertThat(coverage.leftOut()).isGreaterThan(4);
    }

    @Test
    void aHostThatGivesNothingIsFoundOut() throws Exception {
        CaseSuite.Coverage coverage = run(new CaseSuite(WINDOWS, "", 1), (query, inputs, surroundings) -> List.of(), 1);

        assertThat(tally.total().percentExact()).isLessThan(50);
        assertThat(coverage.otherwise()).isNotEmpty();
        assertThat(coverage.otherOrder()).isEmpty();
        assertThat(coverage.lines())
                .contains(coverage.otherwise().size() + " differ from one process in another way")
                .contains("    " + coverage.otherwise().get(0));
    }

    @Test
    void anotherOrderOfTheKeysIsToldApart() throws Exception {
        CaseSuite.Coverage coverage = run(
                new CaseSuite(WINDOWS, "", 1),
                (query, inputs, surroundings) -> byKey(CaseRunner.direct(query, inputs, surroundings)),
                1);

        assertThat(tally.total().percentPerKey()).isEqualTo(100.0);
        assertThat(tally.total().percentExact()).isLessThan(100.0);
        assertThat(coverage.otherOrder()).isNotEmpty();
        assertThat(coverage.otherwise()).isEmpty();
    }

    private static List<TopicRecord> byKey(List<TopicRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(record -> Arrays.hashCode(record.key())))
                .toList();
    }

    @Test
    void aShareOfNoneIsNoShare() {
        assertThatThrownBy(() -> new CaseSuite(WINDOWS, "", 0))
                .hasMessage("One of every 0 cases cannot be run; 1 is all of them.");
    }
}
