package io.nrtstreams.quickstart.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedWritesTest {
    @TempDir
    Path folder;

    @Test
    void removesWhatAKilledEndpointWasWritingAndNothingElse() throws IOException {
        Path objects = Files.createDirectories(folder.resolve("bucket/lake/dt=1992-01-01"));
        Path whole = Files.createFile(objects.resolve("load+0+00000000000000000000.csv.gz"));
        Path ofSpark =
                Files.createFile(objects.resolve("part-00000-6a1f0c3e-8d52-4c53-9d3a-0b3c5d1f2e4a-c000.json.gz"));
        Path half = Files.createFile(
                objects.resolve("load+0+00000000000000000020.csv.gz-6a1f0c3e-8d52-4c53-9d3a-0b3c5d1f2e4a"));

        UnfinishedWrites.remove(folder);

        assertThat(whole).exists();
        assertThat(ofSpark).exists();
        assertThat(half).doesNotExist();
    }
}
