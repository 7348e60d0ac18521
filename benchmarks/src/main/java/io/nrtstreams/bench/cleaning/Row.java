package io.nrtstreams.bench.cleaning;

import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A row of the table, made of what was measured of some kinds of work. */
sealed interface Row {
    /** The name of the measure. */
    String name();

    /** The kinds of work that it needs. */
    List<String> works();

    /** The measure, without a value where one of its kinds of work has none. */
    Measure of(Works works);

    /**
     * CPU for each record.
     *
     * @param floor the work that nobody can do without; empty if there is none
     * @param peers the work of others by their names
     */
    record Cost(String name, Goal goal, String work, Optional<String> floor, Map<String, String> peers) implements Row {
        @Override
        public List<String> works() {
            return Stream.of(Stream.of(work), floor.stream(), peers.values().stream())
                    .flatMap(Function.identity())
                    .toList();
        }

        @Override
        public Measure of(Works works) {
            return new Measure(
                    new Metric(name, "us", goal),
                    works.micros(work).orElse(null),
                    floor.flatMap(works::micros).orElse(null),
                    figures(peers, works::micros));
        }
    }

    /**
     * Bytes allocated for each record beyond those of {@code floor}, which everybody has to allocate; so for the peers.
     *
     * @param peers the work of others by their names
     */
    record Allocation(String name, Goal goal, String work, String floor, Map<String, String> peers) implements Row {
        @Override
        public List<String> works() {
            return Stream.concat(Stream.of(work, floor), peers.values().stream())
                    .toList();
        }

        @Override
        public Measure of(Works works) {
            return new Measure(
                    new Metric(name, "B", goal),
                    beyond(works, work).orElse(null),
                    works.bytes(floor).orElse(null),
                    figures(peers, peer -> beyond(works, peer)));
        }

        private Optional<Double> beyond(Works works, String work) {
            return works.bytes(work).flatMap(all -> works.bytes(floor).map(own -> all - own));
        }
    }

    /**
     * CPU of one work over that of another.
     *
     * @param peers such pairs of others by their names
     */
    record Ratio(String name, Goal goal, Pair pair, Map<String, Pair> peers) implements Row {
        /** Two kinds of work. */
        record Pair(String above, String below) {
            private Optional<Double> ratio(Works works) {
                return works.micros(above).flatMap(over -> works.micros(below).map(under -> over / under));
            }
        }

        @Override
        public List<String> works() {
            return Stream.concat(Stream.of(pair), peers.values().stream())
                    .flatMap(one -> Stream.of(one.above, one.below))
                    .toList();
        }

        @Override
        public Measure of(Works works) {
            return new Measure(
                    new Metric(name, "times", goal),
                    pair.ratio(works).orElse(null),
                    null,
                    figures(peers, peer -> peer.ratio(works)));
        }
    }

    private static <T> Map<String, Double> figures(Map<String, T> peers, Function<T, Optional<Double>> figure) {
        Map<String, Double> figures = new HashMap<>();
        peers.forEach((name, peer) -> figure.apply(peer).ifPresent(value -> figures.put(name, value)));
        return figures;
    }
}
