package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Partitions of topics. Immutable; as JSON {@code {"topic": [0, 1]}}. */
record Partitions(SortedSet<TopicPartition> all) {

    static final Partitions NONE = of(List.of());

    Partitions {
        all = Collections.unmodifiableSortedSet(all);
    }

    static Partitions of(Collection<TopicPartition> partitions) {
        SortedSet<TopicPartition> sorted = new TreeSet<>(Positions.ORDER);
        sorted.addAll(partitions);
        return new Partitions(sorted);
    }

    boolean contains(TopicPartition partition) {
        return all.contains(partition);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        all.forEach(one -> json.withArrayProperty(one.topic()).add(one.partition()));
        return json;
    }

    /** What {@link #json} wrote; none when it was not written. */
    static Partitions read(JsonNode json) {
        SortedSet<TopicPartition> all = new TreeSet<>(Positions.ORDER);
        json.properties()
                .forEach(topic -> topic.getValue()
                        .forEach(partition -> all.add(new TopicPartition(topic.getKey(), partition.asInt()))));
        return new Partitions(all);
    }
}
