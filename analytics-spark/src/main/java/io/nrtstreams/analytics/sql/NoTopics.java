package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.engine.Topics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The topics of a service without a broker: there are none, and none can be made. */
final class NoTopics implements Topics {

    @Override
    public OptionalInt partitions(String topic) {
        return OptionalInt.empty();
    }

    @Override
    public void create(String topic, int partitions, Optional<Integer> replicas, Optional<Duration> retention) {
        throw new SqlException("The topic '" + topic
                + "' cannot be made, as this server has no broker. Name one in bootstrap.servers and start it again.");
    }

    @Override
    public void delete(String topic) {
        // There is none.
    }
}
