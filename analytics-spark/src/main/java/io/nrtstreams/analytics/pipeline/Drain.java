package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A query that is to get as far as a goal.
 *
 * @param query the query
 * @param goal the offset to reach in every partition of its topics
 */
record Drain(PipelineQuery query, Map<TopicPartition, Long> goal) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * Waits until the query is there, has failed, or {@code end}, a time of {@link System#nanoTime}, has come.
     *
     * @return what is left to do, if anything is
     */
    Optional<String> await(long end) throws InterruptedException {
        long left = left();
        while (left > 0 && query.failure().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            left = left();
        }
        return left == 0 ? Optional.empty() : Optional.of(reason(left));
    }

    private String reason(long left) {
        return query.definition().name() + ": "
                + query.failure().orElse(left + " offsets left to read; give it more time");
    }

    private long left() {
        Map<TopicPartition, Long> done = CheckpointOffsets.committed(query.checkpoint());
        return goal.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - done.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }
}
