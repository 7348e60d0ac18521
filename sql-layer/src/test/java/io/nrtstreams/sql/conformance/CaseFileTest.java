package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {

    private static final String GOOD = "{\"id\": \"one\", \"statements\": [\"CREATE STREAM s;\"]}\n";

    @TempDir
    Path folder;

    private List<ConformanceCase> read(String text) throws IOException {
        List<ConformanceCase> cases = new ArrayList<>();
        CaseFile.read(Files.writeString(folder.resolve("cases.jsonl"), text), cases::add);
        return cases;
    }

    @Test
    void aCaseNeedsAnIdAndStatementsOnly() throws IOException {
        ConformanceCase one = read("\n" + GOOD + "\n").get(0);
        assertThat(one.id()).isEqualTo("one");
        assertThat(one.group()).isEqualTo("all");
        assertThat(one.tier()).isEmpty();
        assertThat(one.statements()).containsExactly("CREATE STREAM s;");
        assertThat(one.properties()).isEmpty();
        assertThat(one.inputs()).isEmpty();
        assertThat(one.refused()).isFalse();
    }

    @Test
    void recordsHaveKeysTimesWindowsAndHeaders() throws IOException {
        ConformanceCase one =
                read("{\"id\": \"a\", \"class\": \"c\", \"tier\": \"A\", \"statements\": [], \"refused\": true,"
                                + "\"properties\": {\"p\": \"q\"}, \"inputs\": [{\"topic\": \"t\", \"key\": 1, \"value\": {\"a\": 1.50},"
                                + " \"timestamp\": 5, \"window\": {\"start\": 1, \"end\": 2, \"type\": \"SESSION\"}, \"headers\": []},"
                                + "{\"topic\": \"t\"}]}")
                        .get(0);
        assertThat(one.group()).isEqualTo("c");
        assertThat(one.properties()).containsEntry("p", "q");
        assertThat(one.refused()).isTrue();
        ConformanceCase.CaseRecord full = one.inputs().get(0);
        assertThat(full.value().toString()).isEqualTo("{\"a\":1.50}");
        assertThat(full.timestamp()).contains(5L);
        assertThat(full.window()).contains(new ConformanceCase.CaseWindow(1, 2, true));
        assertThat(full.headers()).isPresent();
        ConformanceCase.CaseRecord bare = one.inputs().get(1);
        assertThat(bare.timestamp()).isEmpty();
        assertThat(bare.window()).isEmpty();
        assertThat(bare.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id": "a"                             | This is not JSON, as is found at column 11.
            nonsense                               | This is not JSON, as is found at column 9.
            {"id": "a", "statements": []} x        | not JSON
            [1]                                    | A JSON object was expected
            {"statements": []}                     | The field id is missing
            {"id": "a"}                            | The field statements is missing
            {"id": "a", "statements": "SELECT"}    | The field statements is not an array
            {"id": "a", "statements": [], "inputs": [{"key": 1}]} | The field topic is missing
            {"id": "a", "statements": [], "inputs": [{"topic": "t", "window": {"start": 1}}]} | The field end is missing
            """)
    void aBrokenLineIsToldWithFileNumberAndReason(String line, String reason) {
        assertThatThrownBy(() -> read(GOOD + "\n" + line + "\n"))
                .isInstanceOf(CaseFile.BrokenCaseFile.class)
                .hasMessageStartingWith(folder.resolve("cases.jsonl") + ", line 3: ")
                .hasMessageContaining(reason);
    }

    @Test
    void theCasesBeforeABrokenLineAreHandedOn() {
        List<String> ids = new ArrayList<>();
        assertThatThrownBy(() -> {
                    Path file = Files.writeString(folder.resolve("cases.jsonl"), GOOD + "{}");
                    CaseFile.read(file, one -> ids.add(one.id()));
                })
                .hasMessageContaining("line 2");
        assertThat(ids).containsExactly("one");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertThat(read("\uFEFF" + GOOD)).hasSize(1);
    }

    @Test
    void aFileThatIsNoTextOrNoneIsToldWithItsName() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> CaseFile.read(binary, one -> {})).hasMessage(binary + " is not text in UTF-8.");
        assertThatThrownBy(() -> CaseFile.read(folder, one -> {})).hasMessage(folder + " is no file that can be read.");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> CaseFile.read(missing, one -> {}))
                .hasMessage(missing + " is no file that can be read.");
    }

    @Test
    void theGuidesExampleComesOut() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("nrt.home"), "docs/sql/cases.md"));
        String example =
                guide.substring(guide.indexOf("```json") + 8, guide.indexOf("```\n", guide.indexOf("```json")));

        assertThat(new CaseRunner(FunctionRegistry.builtIn(), CaseRunner::direct)
                        .run(read(example).get(0)))
                .isEqualTo(CaseResult.asWanted());
    }
}
