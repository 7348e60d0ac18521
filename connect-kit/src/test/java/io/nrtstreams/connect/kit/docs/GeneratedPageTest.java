package io.nrtstreams.connect.kit.docs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GeneratedPageTest {
    @TempDir
    Path folder;

    @Test
    void aPageThatDiffersFailsWithTheCommandThatWritesIt() throws IOException {
        String before = System.clearProperty("nrt.docs.write");
        try {
            Path page = folder.resolve("page.md");
            Files.writeString(page, "old");

            assertThatThrownBy(() -> new GeneratedPage(page).check("new"))
                    .hasMessageContaining("./mvnw test -Dnrt.docs.write=true");
            assertThatCode(() -> new GeneratedPage(page).check("old")).doesNotThrowAnyException();
        } finally {
            if (before != null) {
                System.setProperty("nrt.docs.write", before);
            }
        }
    }
}
