package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointOffsetsTest {
    @TempDir
    private Path checkpoint;

    private void file(String name, String text) throws IOException {
        Path file = checkpoint.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aQueryWithoutACheckpointHasReadNothing() {
        assertThat(CheckpointOffsets.committed(checkpoint)).isEmpty();
    }

    @Test
    void aBatchThatIsPlannedAndNotCommittedDoesNotCount() throws IOException {
        file("offsets/9", "v1\n{\"batchWatermarkMs\":0}\n{\"a\":{\"0\":5,\"1\":7}}");
        file("commits/9", "v1\n{}");
        file("offsets/10", "v1\n{\"batchWatermarkMs\":0}\n{\"a\":{\"0\":6,\"1\":9}}");
        file("commits/.10.crc", "");
        file("commits/8", "v1\n{}");

        assertThat(CheckpointOffsets.committed(checkpoint))
                .isEqualTo(Map.of(new TopicPartition("a", 0), 5L, new TopicPartition("a", 1), 7L));
    }

    @Test
    void ofTwoSourcesOnOneTopicTheOneBehindCounts() throws IOException {
        file("offsets/0", "v1\n{}\n{\"a\":{\"0\":5}}\n{\"a\":{\"0\":3},\"b\":{\"0\":1}}");
        file("commits/0", "v1\n{}");

        assertThat(CheckpointOffsets.committed(checkpoint))
                .isEqualTo(Map.of(new TopicPartition("a", 0), 3L, new TopicPartition("b", 0), 1L));
    }
}
