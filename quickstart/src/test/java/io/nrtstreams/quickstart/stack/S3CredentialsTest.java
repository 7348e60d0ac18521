package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3CredentialsTest {
    @TempDir
    Path temporary;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(temporary)) {
            S3Credentials made = S3Credentials.of(folder);

            assertThat(made.secretKey()).hasSize(40);
            assertThat(S3Credentials.of(folder)).isEqualTo(made);
            assertThat(folder.run().resolve("s3-credentials"))
                    .hasContent("NRT_S3_ACCESS_KEY=nrt\nNRT_S3_SECRET_KEY=" + made.secretKey());
            assertThat(Files.getPosixFilePermissions(folder.run().resolve("s3-credentials")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void differFromFolderToFolder() throws IOException {
        try (DataFolder one = DataFolder.open(temporary.resolve("one"));
                DataFolder two = DataFolder.open(temporary.resolve("two"))) {
            assertThat(S3Credentials.of(one)).isNotEqualTo(S3Credentials.of(two));
        }
    }

    @Test
    void neverShowTheSecret() {
        assertThat(new S3Credentials("nrt", "abc").toString()).doesNotContain("abc");
    }

    @Test
    void aFileThatIsNoKeyPairIsNamedWithTheRemedy() throws IOException {
        try (DataFolder folder = DataFolder.open(temporary)) {
            Files.writeString(folder.run().resolve("s3-credentials"), "half\n");

            assertThatThrownBy(() -> S3Credentials.of(folder))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("does not hold a key pair. Remove it");
        }
    }
}
