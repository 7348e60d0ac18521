package io.nrtstreams.analytics.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a query has got, read from its checkpoint: {@code commits/N} says that batch N is done, and
 * {@code offsets/N} holds, after a version line and a line of metadata, one line a source with the offsets at which
 * the batch ended, e.g. {@code {"orders":{"0":12}}}.
 */
final class CheckpointOffsets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER_LINES = 2;

    private CheckpointOffsets() {}

    /**
     * The next offset to be read of every partition that the query has met, empty before its first batch. Where two
     * sources read one topic, the one that is behind counts.
     */
    static Map<TopicPartition, Long> committed(Path checkpoint) {
        try {
            OptionalLong batch = latestBatch(checkpoint.resolve("commits"));
            return batch.isEmpty() ? Map.of() : offsets(checkpoint.resolve("offsets/" + batch.getAsLong()));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + checkpoint, e);
        }
    }

    private static OptionalLong latestBatch(Path commits) throws IOException {
        try (Stream<Path> files = Files.list(commits)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .mapToLong(Long::parseLong)
                    .max();
        }
    }

    private static Map<TopicPartition, Long> offsets(Path file) throws IOException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(Math.min(HEADER_LINES, lines.size()), lines.size())) {
            for (Map.Entry<String, JsonNode> topic : JSON.readTree(line).properties()) {
                for (Map.Entry<String, JsonNode> partition : topic.getValue().properties()) {
                    TopicPartition key = new TopicPartition(topic.getKey(), Integer.parseInt(partition.getKey()));
                    offsets.merge(key, partition.getValue().asLong(), Math::min);
                }
            }
        }
        return offsets;
    }
}
