package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void eachLevelIsCountedByClassAndInTotal() {
        Tally tally = new Tally();
        tally.add("b", CaseResult.asWanted());
        tally.add("a", CaseResult.asWanted());
        tally.add("a", new CaseResult(true, false, true, true, Optional.of("order")));
        tally.add("a", new CaseResult(true, false, false, true, Optional.of("state")));
        tally.add("a", CaseResult.notAccepted("refused"));
        tally.skip();
        assertThat(tally.total().cases()).isEqualTo(5);
        assertThat(tally.total().percentAccepted()).isEqualTo(80);
        assertThat(tally.total().percentExact()).isEqualTo(40);
        assertThat(tally.table().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "class cases L0 % L1 % L2 % L3 %",
                        "a 4 75.0 25.0 50.0 75.0",
                        "b 1 100.0 100.0 100.0 100.0",
                        "total 5 80.0 40.0 60.0 80.0",
                        "1 skipped, which need the suite's own test code (tier X)");
    }

    @Test
    void noCasesAreNoPercent() {
        assertThat(new Tally().table().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("total 0 0.0 0.0 0.0 0.0");
        assertThat(new Tally().total().percentExact()).isZero();
    }

    @Test
    void resultsOfSeveralTopicsReachWhatAllReach() {
        CaseResult both = new CaseResult(true, false, true, true, Optional.of("first"))
                .and(new CaseResult(true, true, false, true, Optional.of("second")));
        assertThat(both).isEqualTo(new CaseResult(true, false, false, true, Optional.of("first")));
        assertThat(CaseResult.asWanted().and(CaseResult.failed("x")).error()).contains("x");
    }

    @Test
    void aResultIsALineOfJson() {
        assertThat(CaseResult.asWanted().json("a \"case\""))
                .hasToString(
                        "{\"id\":\"a \\\"case\\\"\",\"l0\":true,\"l1\":true,\"l2\":true,\"l3\":true,\"error\":null}");
        assertThat(CaseResult.failed("broken").json("b"))
                .hasToString("{\"id\":\"b\",\"l0\":true,\"l1\":false,\"l2\":false,\"l3\":false,\"error\":\"broken\"}");
    }
}
