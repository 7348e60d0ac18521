package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Runs a file of cases that is given from outside, and keeps what has been reached. */
class ConformanceTest {

    @Test
    void levelsDoNotFallBelowTheRecordedFigures() throws IOException {
        String cases = System.getProperty("conformance.cases", "");
        if (cases.isBlank()) {
            System.out.println("ConformanceTest is skipped: no file of cases was given by -Dconformance.cases=FILE");
        }
        assumeFalse(cases.isBlank(), "no file of cases was given by -Dconformance.cases=FILE");
        CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct);
        Tally tally = new Tally();
        CaseFile.read(Path.of(cases), wanted -> {
            if (wanted.isSpecial()) {
                tally.skip();
            } else {
                tally.add(wanted.group(), runner.run(wanted));
            }
        });
        System.out.println(tally.table());
        Properties recorded = recorded();
        assertThat(tally.total().percentAccepted())
                .as("L0, accepted or refused as the case says\n%s", tally.table())
                .isGreaterThanOrEqualTo(Double.parseDouble(recorded.getProperty("l0")));
        assertThat(tally.total().percentExact())
                .as("L1, the same records in the same order\n%s", tally.table())
                .isGreaterThanOrEqualTo(Double.parseDouble(recorded.getProperty("l1")));
    }

    private static Properties recorded() throws IOException {
        Properties recorded = new Properties();
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance.properties")) {
            recorded.load(in);
        }
        return recorded;
    }
}
