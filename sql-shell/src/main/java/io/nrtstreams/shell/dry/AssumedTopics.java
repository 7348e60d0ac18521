package io.nrtstreams.shell.dry;

import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Topics;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.tree.Statement.Property;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Topics without a broker: those that statements make, and those that they take for granted. Not thread-safe. */
final class AssumedTopics implements Topics {

    private final InMemoryTopics topics = new InMemoryTopics();
    private final Set<String> assumed = new TreeSet<>();

    /**
     * Takes the topic of a statement for granted, with one partition, when the statement does not say how it is to be made.
     */
    void assumeFor(CreateSource create) {
        Optional<String> topic = text(create, "KAFKA_TOPIC");
        if (topic.isPresent()
                && topics.partitions(topic.get()).isEmpty()
                && text(create, "PARTITIONS").isEmpty()) {
            topics.create(topic.get(), 1, Optional.empty(), Optional.empty());
            assumed.add(topic.get());
        }
    }

    private static Optional<String> text(CreateSource create, String key) {
        return create.properties().stream()
                .filter(property -> property.key().equals(key))
                .map(Property::value)
                .map(literal -> String.valueOf(literal.value()))
                .findFirst();
    }

    boolean isAssumed(String topic) {
        return assumed.contains(topic);
    }

    @Override
    public OptionalInt partitions(String topic) {
        return topics.partitions(topic);
    }

    @Override
    public void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention) {
        topics.create(topic, partitions, replicas, retention);
    }

    @Override
    public void delete(String topic) {
        topics.delete(topic);
    }
}
