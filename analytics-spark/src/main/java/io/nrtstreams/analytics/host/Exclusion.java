package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * A query that was taken out of a batch as it failed there. When it goes on, its first batch covers the same range, and what
 * its tasks had already written is not written again: the state it starts from is that of the failed batch, so each task
 * gives the same records as then.
 *
 * @param batch the batch it was taken out of
 * @param time of that batch
 * @param from where the batch began for the query
 * @param until where it ended
 * @param behind partitions of which there was more to read than the batch took
 * @param written which of its tasks had committed their output
 */
record Exclusion(
        QueryKey query, long batch, long time, Positions from, Positions until, Partitions behind, Written written) {

    /**
     * Output that is committed.
     *
     * @param scans the topic partitions whose direct results are written
     * @param tasks the tasks of keyed stages that are written
     */
    record Written(Set<TopicPartition> scans, Set<LevelTask> tasks) {
        static final Written NOTHING = new Written(Set.of(), Set.of());

        Written {
            scans = Set.copyOf(scans);
            tasks = Set.copyOf(tasks);
        }

        /** What either holds. */
        Written and(Written other) {
            Set<TopicPartition> bothScans = new TreeSet<>(Positions.ORDER);
            bothScans.addAll(scans);
            bothScans.addAll(other.scans);
            Set<LevelTask> bothTasks = new TreeSet<>(tasks);
            bothTasks.addAll(other.tasks);
            return new Written(bothScans, bothTasks);
        }
    }

    /** A task of a keyed stage; levels count from 1. */
    record LevelTask(int level, int task) implements Comparable<LevelTask> {
        @Override
        public int compareTo(LevelTask other) {
            return level == other.level ? Integer.compare(task, other.task) : Integer.compare(level, other.level);
        }
    }

    /** The same, of which more is written. */
    Exclusion with(Written more) {
        return new Exclusion(query, batch, time, from, until, behind, written.and(more));
    }

    /** Whether the batch that begins and ends there is the one in which the query goes on. */
    boolean isResumedBy(JobOffset start, JobOffset end) {
        return end.batch() > batch
                && start.positions().getOrDefault(query, Positions.NONE).contains(from)
                && end.positions().getOrDefault(query, Positions.NONE).contains(until);
    }

    /** Whether a batch is behind it in which the query has gone on. */
    boolean isMadeUpFor(JobOffset offset) {
        return offset.batch() > batch
                && offset.positions().getOrDefault(query, Positions.NONE).reaches(until);
    }

    ObjectNode write(ObjectNode json) {
        json.put("query", query.toString()).put("batch", batch).put("time", time);
        json.set("from", from.json());
        json.set("until", until.json());
        json.set("behind", behind.json());
        written.scans()
                .forEach(scan -> json.withArrayProperty("scans")
                        .addObject()
                        .put("topic", scan.topic())
                        .put("partition", scan.partition()));
        written.tasks()
                .forEach(task -> json.withArrayProperty("tasks")
                        .addObject()
                        .put("level", task.level())
                        .put("task", task.task()));
        return json;
    }

    static Exclusion read(JsonNode json) {
        Set<TopicPartition> scans = new TreeSet<>(Positions.ORDER);
        json.path("scans")
                .forEach(scan -> scans.add(new TopicPartition(
                        scan.path("topic").asText(), scan.path("partition").asInt())));
        Set<LevelTask> tasks = new TreeSet<>();
        json.path("tasks")
                .forEach(task -> tasks.add(new LevelTask(
                        task.path("level").asInt(), task.path("task").asInt())));
        return new Exclusion(
                QueryKey.parse(json.path("query").asText()),
                json.path("batch").asLong(),
                json.path("time").asLong(),
                Positions.read(json.path("from")),
                Positions.read(json.path("until")),
                Partitions.read(json.path("behind")),
                new Written(scans, tasks));
    }
}
