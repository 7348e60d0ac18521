package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path temporary;

    @Test
    void leavesOutStackFramesAndQuietLines() throws IOException {
        Path log = Files.writeString(temporary.resolve("part.log"), """
                2026-01-01 WARN  old warning
                2026-01-01 ERROR cannot start
                java.lang.IllegalStateException: the outer
                \tat a.B.c(B.java:1)
                \t... 3 more
                Caused by: java.io.IOException: the inner
                \tat a.B.d(B.java:2)

                2026-01-01 INFO  bye
                """);

        assertThat(LogTail.of(log, 3))
                .containsExactly(
                        "2026-01-01 ERROR cannot start",
                        "java.lang.IllegalStateException: the outer",
                        "Caused by: java.io.IOException: the inner");
    }

    @Test
    void showsQuietLinesWhereThereAreNoOthers() throws IOException {
        Path log = Files.writeString(temporary.resolve("part.log"), "INFO one\nINFO two\n");

        assertThat(LogTail.of(log, 1)).containsExactly("INFO two");
    }

    @Test
    void readsOnlyTheEndOfALongLog() throws IOException {
        Path log = Files.writeString(temporary.resolve("part.log"), "WARN x\n".repeat(100_000) + "ERROR last\n");

        assertThat(LogTail.of(log, 2)).containsExactly("WARN x", "ERROR last");
    }

    @Test
    void saysSoWhereThereIsNoLog() {
        assertThat(LogTail.of(temporary.resolve("none.log"), 5))
                .singleElement()
                .asString()
                .startsWith("(the log cannot be read: ");
    }
}
