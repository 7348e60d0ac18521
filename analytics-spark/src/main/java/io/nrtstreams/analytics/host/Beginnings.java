package io.nrtstreams.analytics.host;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Says where a query begins that reads from the earliest record on. */
@FunctionalInterface
public interface Beginnings {

    /** With what the broker still has. */
    Beginnings AT_THE_BROKER = (partition, earliest, properties) -> earliest;

    /**
     * The first offset to read.
     *
     * @param earliest the first one that the broker has
     * @param properties of the session that started the query
     * @return that one, or an earlier one of records that are kept elsewhere and that the readers of ranges find there
     */
    long of(TopicPartition partition, long earliest, Map<String, String> properties);
}
