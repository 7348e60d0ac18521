package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.engine.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The topics as a statement on trial sees them: what it makes and deletes is only noted, and done later. Topics are made
 * before the statement is in the log, and deleted after it, so that the log never tells of a topic that is not there. Used by
 * one thread.
 */
final class TopicChanges implements Topics {

    private final Topics topics;
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Set<String> unwanted = new LinkedHashSet<>();
    private final List<String> created = new ArrayList<>();

    TopicChanges(Topics topics) {
        this.topics = topics;
    }

    private record Wanted(int partitions, Optional<Integer> replicas, Optional<Duration> retention) {}

    @Override
    public OptionalInt partitions(String topic) {
        Wanted planned = wanted.get(topic);
        return planned == null ? topics.partitions(topic) : OptionalInt.of(planned.partitions);
    }

    @Override
    public void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention) {
        wanted.put(topic, new Wanted(partitions, replicas, retention));
    }

    @Override
    public void delete(String topic) {
        unwanted.add(topic);
    }

    /**
     * Makes what is to be made: all or nothing.
     *
     * @throws io.nrtstreams.sql.SqlException when one cannot be made
     */
    void make() {
        try {
            wanted.forEach((name, topic) -> {
                topics.create(name, topic.partitions, topic.replicas, topic.retention);
                created.add(name);
            });
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /** Deletes what was made, as it is of no use; what that gives rise to is added to the problem. */
    void undo(RuntimeException problem) {
        for (String topic : created) {
            try {
                topics.delete(topic);
            } catch (RuntimeException e) {
                problem.addSuppressed(e);
            }
        }
        created.clear();
    }

    /** Deletes what is to be deleted, and gives sentences about what could not be. */
    List<String> delete() {
        List<String> problems = new ArrayList<>();
        for (String topic : unwanted) {
            try {
                topics.delete(topic);
            } catch (io.nrtstreams.sql.SqlException e) {
                problems.add("The topic '" + topic + "' is still there: " + e.problem());
            }
        }
        return problems;
    }
}
