package io.nrtstreams.sql.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Topics by name and number of partitions, for an engine without a broker. */
public final class InMemoryTopics implements Topics {

    private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

    @Override
    public OptionalInt partitions(String topic) {
        Integer known = partitions.get(topic);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    @Override
    public void create(String topic, int count, Optional<Integer> replicas, Optional<Duration> retention) {
        partitions.put(topic, count);
    }

    @Override
    public void delete(String topic) {
        partitions.remove(topic);
    }
}
