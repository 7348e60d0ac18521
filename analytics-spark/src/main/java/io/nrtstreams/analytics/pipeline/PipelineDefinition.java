package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A streaming query as declared.
 *
 * @param name the name; also the folder of its checkpoint, so a renamed pipeline begins anew
 * @param sources the views its SQL reads
 * @param sql one SELECT
 * @param mode which rows a batch puts out
 * @param trigger how often a batch begins; a longer batch is followed by the next at once
 * @param mostTasks how many tasks read a source side by side at most; empty for one a partition of the topic. One task
 *     saves the exchange between tasks, which for small batches is most of the work
 * @param sink where rows go
 * @param kafka Kafka client settings, keys with the prefix {@code kafka.} that Spark expects
 */
public record PipelineDefinition(
        String name,
        List<Source> sources,
        String sql,
        Mode mode,
        Duration trigger,
        OptionalInt mostTasks,
        Sink sink,
        Map<String, String> kafka) {

    /** The topics that it reads. */
    public List<String> sourceTopics() {
        return sources.stream().map(Source::topic).toList();
    }

    /** The topic that it writes, if it writes one. */
    public Optional<String> resultTopic() {
        return sink instanceof Sink.Topic topic ? Optional.of(topic.topic()) : Optional.empty();
    }
}
