package io.nrtstreams.it.stack;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/** Stands for the environment of a worker that shares the test's process, whose own environment is fixed. */
public final class MapConfigProvider implements ConfigProvider {
    static final Map<String, String> VALUES = new ConcurrentHashMap<>();

    @Override
    public ConfigData get(String path) {
        return new ConfigData(VALUES);
    }

    @Override
    public ConfigData get(String path, Set<String> keys) {
        return new ConfigData(VALUES.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
