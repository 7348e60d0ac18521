package io.nrtstreams.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.it.stack.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of the SQL layer as a user runs them: the launcher, and the class path that the build wrote. */
class ConformanceIT {

    @TempDir
    Path folder;

    @Test
    void theLauncherRunsAFileOfCasesAndWritesAResultForEach() throws IOException, InterruptedException {
        Path results = folder.resolve("results.jsonl");
        String printed = run(0, "--cases", golden("window.jsonl"), "--out", results.toString());
        assertThat(printed).containsPattern("total +\\d+ +100.0 +100.0 +100.0 +100.0");
        assertThat(Files.readAllLines(results))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\"l0\":true", "\"error\":null"));
    }

    @Test
    void aBrokenLineIsNamedByItsNumber() throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "\n{\"id\": \"a\"}\n");
        assertThat(run(1, "--cases", broken.toString()))
                .contains("broken.jsonl, line 2: The field statements is missing.");
    }

    private static String golden(String name) {
        return Project.HOME
                .resolve("sql-layer/src/test/resources/golden")
                .resolve(name)
                .toString();
    }

    private String run(int exit, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Project.HOME.resolve("nrt").toString(), "conformance"));
        command.addAll(List.of(arguments));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isEqualTo(exit);
        return text;
    }
}
