package io.nrtstreams.quickstart.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates of the records that Connect's dead letter queues hold, from the context headers that
 * {@code errors.deadletterqueue.context.headers.enable=true} writes ({@code __connect.errors.topic, partition, offset}).
 */
final class DeadLetters {
    private final Map<TopicPartition, OffsetSet> rejected = new HashMap<>();
    private long withoutCoordinates;

    private DeadLetters() {}

    static DeadLetters none() {
        return new DeadLetters();
    }

    static DeadLetters read(TopicReader kafka, Collection<String> deadLetterTopics) {
        DeadLetters letters = new DeadLetters();
        kafka.read(deadLetterTopics, letters::add);
        return letters;
    }

    private void add(ConsumerRecord<byte[], byte[]> letter) {
        String topic = header(letter, "__connect.errors.topic");
        String partition = header(letter, "__connect.errors.partition");
        String offset = header(letter, "__connect.errors.offset");
        if (topic == null || partition == null || offset == null) {
            withoutCoordinates++;
            return;
        }
        add(new TopicPartition(topic, Integer.parseInt(partition)), Long.parseLong(offset));
    }

    void add(TopicPartition partition, long offset) {
        rejected.computeIfAbsent(partition, tp -> new OffsetSet()).add(offset);
    }

    boolean holds(TopicPartition partition, long offset) {
        OffsetSet offsets = rejected.get(partition);
        return offsets != null && offsets.contains(offset);
    }

    /** Records without context headers: of them nobody can tell where they came from. */
    long withoutCoordinates() {
        return withoutCoordinates;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
