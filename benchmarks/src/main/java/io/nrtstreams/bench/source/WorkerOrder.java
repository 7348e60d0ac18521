package io.nrtstreams.bench.source;

import java.util.List;

/**
 * What a child JVM with a worker is to do.
 *
 * @param bootstrap the broker
 * @param plugin the plugin's folder
 * @param exactlyOnce the worker's {@code exactly.once.source.support}
 * @param traits of the connector in the rounds
 * @param warmUps rounds of the connector and of the bare producer each, before those that count
 * @param rounds that count of each; none to leave them out
 * @param roundRecords of each
 * @param rates in records a second that are set, each in a connector of its own, all at the same time; none to leave them out
 * @param rateSeconds for how long
 */
public record WorkerOrder(
        String bootstrap,
        String plugin,
        String exactlyOnce,
        List<String> traits,
        int warmUps,
        int rounds,
        int roundRecords,
        List<Integer> rates,
        int rateSeconds) {
    public WorkerOrder {
        traits = List.copyOf(traits);
        rates = List.copyOf(rates);
    }
}
