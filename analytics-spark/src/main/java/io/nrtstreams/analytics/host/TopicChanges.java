package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Compares the topics there are with those that queries began with. */
final class TopicChanges {

    private final TopicEnds ends;

    TopicChanges(TopicEnds ends) {
        this.ends = ends;
    }

    /** Why the query cannot go on, with the remedy; empty when its topics are there. */
    Optional<String> trouble(Member member) {
        for (Map.Entry<String, String> known : member.topicIds().entrySet()) {
            TopicEnds.Topic topic = ends.topic(known.getKey()).orElse(null);
            if (topic != null && topic.id().isEmpty()) {
                return Optional.of(
                        "The topic " + known.getKey() + ", which the query reads, was deleted. Make it again and"
                                + " then RESUME " + member.key().id()
                                + ": it goes on with its state and reads the new topic from"
                                + " its beginning.");
            }
            if (topic != null && !topic.id().map(Uuid::toString).equals(Optional.of(known.getValue()))) {
                return Optional.of("The topic " + known.getKey() + ", which the query reads, was deleted and made anew."
                        + " RESUME " + member.key().id() + " to go on with the query's state and the new topic from its"
                        + " beginning, or TERMINATE it and create it again to begin anew.");
            }
        }
        return Optional.empty();
    }

    /** Takes topics that were made anew as they are now: the query reads them from their beginning. */
    Member accepted(Job job, Member member) throws IOException {
        SortedMap<String, String> ids = new TreeMap<>(member.topicIds());
        Map<TopicPartition, Long> beginning = new HashMap<>();
        for (Map.Entry<String, String> known : member.topicIds().entrySet()) {
            TopicEnds.Topic topic = ends.topic(known.getKey()).orElse(TopicEnds.Topic.MISSING);
            String id = topic.id().map(Uuid::toString).orElse(known.getValue());
            if (!id.equals(known.getValue())) {
                ids.put(known.getKey(), id);
                job.brain().positions(member).offsets().keySet().stream()
                        .filter(partition -> partition.topic().equals(known.getKey()))
                        .forEach(partition -> beginning.put(partition, 0L));
            }
        }
        if (beginning.isEmpty()) {
            return member;
        }
        Member changed = member.reading(ids);
        Program program = job.brain().program();
        job.brain().change(program.with(changed, program.nextSlot()));
        job.brain().move(changed, Positions.of(beginning));
        return changed;
    }

    /** How many records the query has not read yet. */
    long lag(Member member, Positions reached) {
        long lag = 0;
        for (String name : member.topics()) {
            int partitions = ends.topic(name).map(TopicEnds.Topic::partitions).orElse(0);
            for (int i = 0; i < partitions; i++) {
                TopicPartition partition = new TopicPartition(name, i);
                lag += Math.max(0, ends.end(partition).orElse(0L) - reached.at(partition));
            }
        }
        return lag;
    }
}
