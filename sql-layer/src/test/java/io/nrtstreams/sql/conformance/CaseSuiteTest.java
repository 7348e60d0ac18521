package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples of the project's own cases. */
class CaseSuiteTest {

    private static final Path CASES = Path.of("src/test/resources/golden/window.jsonl");

    @Test
    void allCasesComeOutOnTheDirectHostHoweverManyAreUnderWay() throws Exception {
        CaseSuite.Levels levels = new CaseSuite(CASES, 1).run(CaseRunner::direct, 4);

        assertThat(levels.cases()).isGreaterThan(4);
        assertThat(levels.exact()).isEqualTo(100.0);
        assertThat(levels.differences()).isEmpty();
    }

    @Test
    void aShareOfTheCasesHoldsSomeOfEachClass() throws Exception {
        int all = new CaseSuite(CASES, 1).run(CaseRunner::direct, 1).cases();

        int third = new CaseSuite(CASES, 3).run(CaseRunner::direct, 1).cases();

        assertThat(third).isBetween(all / 3, all / 2 + 1);
    }

    @Test
    void aHostThatGivesNothingIsFoundOut() throws Exception {
        CaseSuite.Levels levels =
                new CaseSuite(CASES, 1).run((query, inputs, functions, formats, types) -> List.of(), 1);

        assertThat(levels.exact()).isLessThan(50);
        assertThat(levels.differences()).isNotEmpty();
    }
}
