package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    private static final Addresses ADDRESSES = new Addresses(1, 2, 3, 4, 5);

    @TempDir
    Path temporary;

    @Test
    void isReadAsItWasWritten() throws IOException {
        Files.createDirectories(temporary.resolve("run"));
        RunRecord.Running self = RunRecord.Running.of("launcher", ProcessHandle.current());
        RunRecord written = new RunRecord(self, List.of(self), ADDRESSES, true);

        written.write(temporary);

        assertThat(RunRecord.read(temporary)).contains(written);
    }

    @Test
    void findsTheProcessAgain() {
        assertThat(RunRecord.Running.of("self", ProcessHandle.current()).process())
                .contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeALaterProcessWithTheSameIdForIt() {
        RunRecord.Running self = RunRecord.Running.of("self", ProcessHandle.current());

        assertThat(new RunRecord.Running("self", self.pid(), self.startedMillis() - 60_000).process())
                .isEmpty();
    }

    @Test
    void aBrokenRecordIsNamedWithTheRemedy() throws IOException {
        Files.createDirectories(temporary.resolve("run"));
        Files.writeString(temporary.resolve("run/stack.json"), "{");

        assertThatThrownBy(() -> RunRecord.read(temporary))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("stack.json cannot be read")
                .hasMessageContaining("Remove it");
    }
}
