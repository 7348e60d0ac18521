package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Next offsets by topic partition. Immutable; as JSON {@code {"topic": {"0": 17}}}. */
record Positions(SortedMap<TopicPartition, Long> offsets) {

    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    static final Positions NONE = of(Map.of());

    Positions {
        offsets = Collections.unmodifiableSortedMap(offsets);
    }

    static Positions of(Map<TopicPartition, Long> offsets) {
        SortedMap<TopicPartition, Long> sorted = new TreeMap<>(ORDER);
        sorted.putAll(offsets);
        return new Positions(sorted);
    }

    /** The offset, or 0 for a partition that is not known: one that the topic got later is read from its start. */
    long at(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    /** These, and where both name a partition the others. */
    Positions with(Positions others) {
        SortedMap<TopicPartition, Long> both = new TreeMap<>(ORDER);
        both.putAll(offsets);
        both.putAll(others.offsets);
        return new Positions(both);
    }

    /** Whether both mean the same place, a partition that one does not name being at 0. */
    boolean isSameAs(Positions other) {
        return offsets.entrySet().stream().allMatch(one -> other.at(one.getKey()) == one.getValue())
                && other.offsets.entrySet().stream().allMatch(one -> at(one.getKey()) == one.getValue());
    }

    /** Whether all the others' offsets are among these. */
    boolean contains(Positions others) {
        return others.offsets.entrySet().stream()
                .allMatch(other -> other.getValue().equals(offsets.get(other.getKey())));
    }

    /** Whether these are where the others are, or behind them. */
    boolean reaches(Positions others) {
        return others.offsets.entrySet().stream().allMatch(other -> at(other.getKey()) >= other.getValue());
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        offsets.forEach((partition, offset) ->
                json.withObjectProperty(partition.topic()).put(Integer.toString(partition.partition()), offset));
        return json;
    }

    static Positions read(JsonNode json) {
        SortedMap<TopicPartition, Long> offsets = new TreeMap<>(ORDER);
        json.properties()
                .forEach(topic -> topic.getValue()
                        .properties()
                        .forEach(partition -> offsets.put(
                                new TopicPartition(topic.getKey(), Integer.parseInt(partition.getKey())),
                                partition.getValue().asLong())));
        return new Positions(offsets);
    }
}
