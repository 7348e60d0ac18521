package io.nrtstreams.analytics.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the next batch goes: each query from where it is to the ends of its topics, but no further than a number of records
 * for all of them; what several queries read from the same place counts once.
 *
 * @param end the end of a partition, empty while it is not known
 * @param partitions how many partitions a topic has, 0 when it is missing or not known
 * @param limit records of a batch at most
 */
record NextBatch(Function<TopicPartition, Optional<Long>> end, Function<String, Integer> partitions, long limit) {

    /**
     * What moves the queries.
     *
     * @param held those that stay where they are
     * @param moved queries that go to other positions without reading: back, or to the start of a topic made anew
     */
    record Moves(Set<QueryKey> held, Map<QueryKey, Positions> moved) {}

    /**
     * What the next batch comes to.
     *
     * @param positions of all queries when it is done
     * @param behind of the queries that have such, the partitions of which there is more to read than it takes
     */
    record Reach(SortedMap<QueryKey, Positions> positions, SortedMap<QueryKey, Partitions> behind) {}

    private record Place(TopicPartition partition, long from) {}

    /** How far the next batch comes. */
    Reach reach(JobOffset start, Program program, List<Exclusion> exclusions, Moves moves) {
        Map<Place, Long> backlog = new HashMap<>();
        Map<QueryKey, Positions> goals = new HashMap<>();
        for (Member member : program.members().values()) {
            if (moves.held().contains(member.key()) || moves.moved().containsKey(member.key())) {
                continue;
            }
            Positions goal = goal(member, start, exclusions);
            goals.put(member.key(), goal);
            Positions from = member.positions(start);
            goal.offsets().forEach((partition, until) -> {
                if (until > from.at(partition)) {
                    backlog.merge(new Place(partition, from.at(partition)), until, Math::max);
                }
            });
        }
        double share = share(backlog);
        SortedMap<QueryKey, Positions> next = new TreeMap<>();
        SortedMap<QueryKey, Partitions> behind = new TreeMap<>();
        for (Member member : program.members().values()) {
            Positions from = member.positions(start);
            Positions goal = goals.get(member.key());
            if (goal == null) {
                next.put(member.key(), from.with(moves.moved().getOrDefault(member.key(), Positions.NONE)));
                continue;
            }
            Optional<Exclusion> whole = resumed(member, start, exclusions);
            Positions until = whole.isPresent() ? goal : shortened(from, goal, share);
            next.put(member.key(), from.with(until));
            Partitions left = whole.map(Exclusion::behind).orElseGet(() -> left(until, goal));
            if (!left.isEmpty()) {
                behind.put(member.key(), left);
            }
        }
        return new Reach(next, behind);
    }

    private static Partitions left(Positions until, Positions goal) {
        return Partitions.of(goal.offsets().entrySet().stream()
                .filter(end -> until.at(end.getKey()) < end.getValue())
                .map(Map.Entry::getKey)
                .toList());
    }

    private double share(Map<Place, Long> backlog) {
        long records = backlog.entrySet().stream()
                .mapToLong(place -> place.getValue() - place.getKey().from())
                .sum();
        return records <= limit ? 1 : (double) limit / records;
    }

    private static Positions shortened(Positions from, Positions goal, double share) {
        Map<TopicPartition, Long> until = new HashMap<>();
        goal.offsets().forEach((partition, end) -> {
            long records = end - from.at(partition);
            until.put(
                    partition,
                    records <= 0 ? from.at(partition) : from.at(partition) + (long) Math.ceil(records * share));
        });
        return Positions.of(until);
    }

    /** The ends of the query's topics; of one that goes on where it was taken out, the end of the batch it was taken out of. */
    private Positions goal(Member member, JobOffset start, List<Exclusion> exclusions) {
        return resumed(member, start, exclusions).map(Exclusion::until).orElseGet(() -> {
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (String topic : member.topics()) {
                for (int i = 0; i < partitions.apply(topic); i++) {
                    TopicPartition partition = new TopicPartition(topic, i);
                    end.apply(partition).ifPresent(offset -> ends.put(partition, offset));
                }
            }
            return Positions.of(ends);
        });
    }

    private static Optional<Exclusion> resumed(Member member, JobOffset start, List<Exclusion> exclusions) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.query().equals(member.key())
                        && exclusion.batch() < start.batch() + 1
                        && start.positions()
                                .getOrDefault(member.key(), Positions.NONE)
                                .contains(exclusion.from()))
                .findFirst();
    }
}
