package io.nrtstreams.connect.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;

/** Which shards a task has, as the connector tells it in the key {@value #KEY}: {@code 0,2,4}. */
final class TaskShards {
    static final String KEY = "task.shards";

    private TaskShards() {}

    /** The shards of each task: shard s goes to task s mod n, with at most {@code tasks} tasks and none without. */
    static List<String> assign(int shards, int tasks) {
        int count = Math.min(shards, tasks);
        return IntStream.range(0, count)
                .mapToObj(task -> IntStream.range(0, shards)
                        .filter(shard -> shard % count == task)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")))
                .toList();
    }

    static List<Integer> of(Map<String, String> taskConfig) {
        String shards = taskConfig.get(KEY);
        if (shards == null) {
            throw new ConfigException(KEY + ": is missing; only the connector starts its tasks");
        }
        return Arrays.stream(shards.split(",")).map(Integer::valueOf).toList();
    }
}
