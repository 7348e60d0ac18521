package io.nrtstreams.sql.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The topics of the broker, as far as statements touch them. Implementations are thread-safe. */
public interface Topics {

    /** How many partitions a topic has; empty when there is no such topic. */
    OptionalInt partitions(String topic);

    /**
     * Makes a topic.
     *
     * @param replicas the broker's own setting when absent
     * @param retention the broker's own setting when absent
     * @throws io.nrtstreams.sql.SqlException when it cannot be made
     */
    void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention);

    /** Deletes a topic; one that is not there is as good as deleted. */
    void delete(String topic);
}
