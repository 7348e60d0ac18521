package io.nrtstreams.bench.source;

import java.util.List;

/**
 * What a child JVM is to poll.
 *
 * @param subject what is polled
 * @param plugin the plugin's folder
 * @param traits how the connector is configured
 * @param warmUps rounds before those that count
 * @param rounds rounds that count
 * @param roundMillis least time of a round
 * @param records the least of a run of {@link Subject#HEAP}
 */
public record PollOrder(
        Subject subject, String plugin, List<String> traits, int warmUps, int rounds, int roundMillis, long records) {
    public PollOrder {
        traits = List.copyOf(traits);
    }

    /** What is polled. */
    public enum Subject {
        /** The task, for what a record costs. */
        TASK,
        /** The framework's own objects, in place of a task. */
        FRAMEWORK,
        /** The task, for what stays in memory. */
        HEAP
    }
}
