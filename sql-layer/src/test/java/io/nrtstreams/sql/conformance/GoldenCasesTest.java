package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the language means, as cases: src/test/resources/golden. */
class GoldenCasesTest {

    private final CaseRunner runner = new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct);

    @TestFactory
    List<DynamicTest> theGoldenCasesComeOutExactly() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenCasesTest.class.getResource("/golden"))
                .toURI());
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                CaseFile.read(
                        file,
                        wanted -> tests.add(DynamicTest.dynamicTest(
                                wanted.group() + ": " + wanted.id(),
                                () -> assertThat(runner.run(wanted)).isEqualTo(CaseResult.asWanted()))));
            }
        }
        return tests;
    }
}
