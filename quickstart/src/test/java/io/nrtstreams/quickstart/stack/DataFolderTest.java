package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aFolderThatAnotherStackHoldsIsRefusedWithTheRemedy() throws IOException {
        try (DataFolder held = DataFolder.open(temporary)) {
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("A stack is already running on " + held.path() + ". Stop it with ./nrt down --out "
                            + held.path() + ", or choose another folder with --out DIR.");
        }
    }

    @Test
    void aFolderThatWasGivenBackCanBeTakenAgain() throws IOException {
        DataFolder.open(temporary).close();

        try (DataFolder again = DataFolder.open(temporary)) {
            assertThat(again.run()).isDirectory();
            assertThat(again.log("broker")).isEqualTo(again.path().resolve("logs/broker.log"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithTheRemedy() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("The data folder " + file.resolve("data") + " cannot be written")
                .hasMessageContaining("--out DIR");
    }
}
