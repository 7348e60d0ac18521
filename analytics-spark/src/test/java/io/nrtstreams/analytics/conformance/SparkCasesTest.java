package io.nrtstreams.analytics.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.sql.conformance.CaseResult;
import io.nrtstreams.sql.conformance.CaseSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden cases of the language as queries on Spark, over a broker. */
class SparkCasesTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("nrt.home", ".."), "sql-layer/src/test/resources/golden");
    private static final int THREADS = 16;

    @TempDir
    Path folder;

    private Path cases;
    private final Map<String, CaseResult> results = new LinkedHashMap<>();

    @BeforeEach
    void allGoldenCases() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        cases = Files.write(folder.resolve("cases.jsonl"), lines);
    }

    private CaseSuite.Coverage run(Steps steps) throws IOException, InterruptedException {
        try (SparkCases spark = SparkCases.start(
                new SparkRuntime(TestSpark.session()), TestBroker.shared().address(), steps)) {
            return new CaseSuite(cases, "", 1)
                    .run(spark.host(), THREADS, (group, id, result) -> results.put(group + ": " + id, result));
        }
    }

    @Test
    void casesComeOutAsTheyShould() throws Exception {
        CaseSuite.Coverage coverage = run(Steps.RECORD);

        assertThat(coverage.ran()).isGreaterThan(20);
        assertThat(results).allSatisfy((id, result) -> {
            assertThat(result.perKey()).as("%s", result).isTrue();
            // Keys that lie in several slots are written by several tasks.
            assertThat(result.exact() || !id.startsWith("stateless"))
                    .as("%s", result)
                    .isTrue();
        });
    }

    @Test
    void casesComeOutForEachKeyWhenBatchesHoldManyRecords() throws Exception {
        run(Steps.TOPIC);

        assertThat(results)
                .isNotEmpty()
                .allSatisfy((id, result) ->
                        assertThat(result.perKey()).as("%s", result).isTrue());
    }
}
