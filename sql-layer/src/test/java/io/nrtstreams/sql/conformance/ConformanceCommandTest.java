package io.nrtstreams.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {

    private static final String STREAM =
            "CREATE STREAM s (k STRING KEY, a INT) WITH (KAFKA_TOPIC='s', VALUE_FORMAT='JSON');";

    @TempDir
    Path folder;

    private Path cases;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fourCases() throws IOException {
        cases = folder.resolve("cases.jsonl");
        Files.write(
                cases,
                List.of(
                        one("right", "", "CREATE STREAM o AS SELECT * FROM s;", 1, 1),
                        one("wrong", "", "CREATE STREAM o AS SELECT * FROM s;", 1, 2),
                        one("refused", "", "CREATE STREAM o AS SELECT nothing FROM s;", 1, 1),
                        one("special", "X", "CREATE STREAM o AS SELECT * FROM s;", 1, 1)));
    }

    private static String one(String id, String tier, String statement, int in, int expected) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("id", id).put("class", "c").put("tier", tier);
        one.putArray("statements").add(STREAM).add(statement);
        record(one.putArray("inputs"), "s", "a", in).put("timestamp", 7);
        record(one.putArray("outputs"), "O", "A", expected);
        return one.toString();
    }

    private static ObjectNode record(ArrayNode records, String topic, String column, int value) {
        ObjectNode added = records.addObject().put("topic", topic).put("key", "x");
        added.putObject("value").put(column, value);
        return added;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--cases", cases.toString()));
        all.addAll(List.of(arguments));
        return ConformanceCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void theTableIsPrintedAndALineIsWrittenForEachCase() throws IOException {
        Path results = folder.resolve("results.jsonl");
        assertThat(run("--out", results.toString())).isZero();
        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .hasSize(5)
                .startsWith("class cases L0 % L1 % L2 % L3 %", "c 3 66.7 33.3 33.3 33.3", "total 3 66.7 33.3 33.3 33.3")
                .contains("1 skipped, which need the suite's own test code (tier X)");
        assertThat(Files.readAllLines(results))
                .containsExactly(
                        "{\"id\":\"right\",\"l0\":true,\"l1\":true,\"l2\":true,\"l3\":true,\"error\":null}",
                        "{\"id\":\"wrong\",\"l0\":true,\"l1\":false,\"l2\":false,\"l3\":false,\"error\":"
                                + "\"O, record 1: expected {key \\\"x\\\", value {\\\"A\\\":2}} but got {key \\\"x\\\","
                                + " value {\\\"A\\\":1}, timestamp 7}\"}",
                        "{\"id\":\"refused\",\"l0\":false,\"l1\":false,\"l2\":false,\"l3\":false,\"error\":"
                                + "\"line 1, column 27: There is no column NOTHING.\"}");
    }

    @Test
    void theFailuresArePrintedWhenAskedFor() {
        assertThat(run("--failures")).isZero();
        assertThat(out.toString())
                .contains("wrong" + System.lineSeparator() + "    O, record 1: expected")
                .contains("refused" + System.lineSeparator() + "    line 1, column 27: There is no column NOTHING.")
                .doesNotContain("right" + System.lineSeparator());
    }

    @Test
    void casesAreChosenByAPartOfTheirId() {
        assertThat(run("--id", "wro")).isZero();
        assertThat(out.toString()).contains("wrong" + System.lineSeparator()).doesNotContain("NOTHING");
        assertThat(out.toString().replaceAll(" +", " ")).contains("total 1 100.0 0.0 0.0 0.0");
    }

    @Test
    void aFileThatIsNoneIsAFailure() throws IOException {
        Files.writeString(cases, "{}\n");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("nrt conformance: " + cases + ", line 1: The field id is missing.");
        assertThat(ConformanceCommand.commandLine().setErr(new PrintWriter(err)).execute())
                .isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--cases=FILE'");
    }

    @Test
    void nothingToRunOrNowhereToWriteIsAFailure() {
        assertThat(run("--id", "nothing like it")).isEqualTo(1);
        assertThat(run("--out", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "nrt conformance: There is no case to run whose id contains nothing like it in " + cases + ".",
                        "nrt conformance: The results cannot be written to " + folder
                                + ": name a file in a folder that can be written to, by --out.");
    }
}
