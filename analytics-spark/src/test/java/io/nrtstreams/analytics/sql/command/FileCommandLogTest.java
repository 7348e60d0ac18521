package io.nrtstreams.analytics.sql.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandLogTest {

    private static final Owner OWNER = new Owner("a", "127.0.0.1:8088");

    @TempDir
    private Path folder;

    private FileCommandLog open() {
        return FileCommandLog.open(file(), OWNER);
    }

    private Path file() {
        return folder.resolve("commands.log");
    }

    @Test
    void keepsWhatWasDeclaredAndStarted() {
        Contents written;
        try (FileCommandLog log = open()) {
            Samples.statements().forEach(statement -> Samples.append(log, statement));
            written = log.settle();
        }

        try (FileCommandLog log = open()) {
            assertThat(log.settle()).isEqualTo(written);
            assertThat(log.settle().snapshot().queries())
                    .extracting("id")
                    .containsExactly("CSAS_DEAR_0", "CTAS_COUNTS_1");
            assertThat(log.skipped()).isEmpty();
        }
    }

    @Test
    void forgetsALastLineThatWasTorn() throws IOException {
        try (FileCommandLog log = open()) {
            Samples.statements().forEach(statement -> Samples.append(log, statement));
        }
        byte[] whole = Files.readAllBytes(file());
        List<String> lines = Files.readAllLines(file());
        int lastLine = lines.get(lines.size() - 1).length() + 1;
        for (int cut : new int[] {1, 2, lastLine / 2, lastLine - 1}) {
            Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - cut));

            try (FileCommandLog log = open()) {
                assertThat(log.skipped()).isEmpty();
                assertThat(log.settle().sequence()).isEqualTo(lines.size() - 1L);
                Samples.append(log, "CREATE TYPE again AS INT;");
            }
            assertThat(Files.readAllLines(file())).hasSize(lines.size());
        }
    }

    @Test
    void skipsWhatCannotBeUsedAndKeepsTheRest() throws IOException {
        try (FileCommandLog log = open()) {
            Samples.statements().forEach(statement -> Samples.append(log, statement));
        }
        List<String> lines = Files.readAllLines(file());
        lines.set(0, "{\"sequence\": 1, \"nextNumber\": 0, \"changes\": {\"source/TICKS\": {\"version\": 99}}}");
        lines.add(2, "no JSON at all");
        lines.add("{\"sequence\": 9, \"changes\": {\"alien/X\": {}}}");
        Files.write(file(), lines);

        try (FileCommandLog log = open()) {
            assertThat(log.skipped()).extracting(Skipped::place).containsExactly("line 1", "line 3", "line 7");
            assertThat(log.skipped())
                    .extracting(Skipped::message)
                    .allSatisfy(message -> assertThat(message).contains("cannot be used"));
            assertThat(log.settle().snapshot().queries())
                    .extracting("id")
                    .containsExactly("CSAS_DEAR_0", "CTAS_COUNTS_1");
            Samples.append(log, "CREATE TYPE again AS INT;");
            assertThat(log.settle().sequence()).isEqualTo(10);
        }
    }

    @Test
    void isWrittenAnewWhenMostOfItIsOver() throws IOException {
        Contents written;
        try (FileCommandLog log = open()) {
            Samples.statements().forEach(statement -> Samples.append(log, statement));
            for (int i = 0; i < FileCommandLog.COMPACT_AT / 2; i++) {
                Samples.append(log, "CREATE TYPE passing AS INT;");
                Samples.append(log, "DROP TYPE passing;");
            }
            written = log.settle();
        }

        try (FileCommandLog log = open()) {
            assertThat(log.settle()).isEqualTo(written);
        }
        assertThat(Files.readAllLines(file())).hasSize(1);
        try (FileCommandLog log = open()) {
            assertThat(log.settle()).isEqualTo(written);
        }
    }

    @Test
    void isOpenToOneServerAtATime() {
        try (FileCommandLog first = open()) {
            assertThatThrownBy(() -> FileCommandLog.open(file(), new Owner("b", "")))
                    .isInstanceOf(SqlException.class)
                    .hasMessageContaining("a at 127.0.0.1:8088");
            Samples.append(first, "CREATE TYPE still AS INT;");
        }
        try (FileCommandLog second = FileCommandLog.open(file(), new Owner("b", ""))) {
            assertThat(second.settle().sequence()).isEqualTo(1);
        }
    }

    @Test
    void saysThatTheFileCannotBeOpened() throws IOException {
        Files.writeString(folder.resolve("plain"), "", StandardOpenOption.CREATE);

        assertThatThrownBy(() -> FileCommandLog.open(folder.resolve("plain").resolve("commands.log"), OWNER))
                .hasMessageContaining("cannot be opened");
    }
}
