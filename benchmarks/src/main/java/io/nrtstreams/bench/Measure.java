package io.nrtstreams.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its figures.
 *
 * @param metric what was measured
 * @param value ours; null if there is none, as the run failed
 * @param floor what nobody can beat on this machine, or what the same work costs at its barest; null if none is known
 * @param peers figures of others by their names; those that have none are missing
 */
public record Measure(
        Metric metric, @Nullable Double value, @Nullable Double floor, Map<String, Double> peers) {
    public Measure {
        peers = Map.copyOf(peers);
    }

    /** What the table says of the goal. */
    String verdict() {
        if (metric.goal() instanceof Goal.None) {
            return "";
        }
        return value != null && metric.goal().isReachedBy(value) ? "yes" : "NO";
    }
}
