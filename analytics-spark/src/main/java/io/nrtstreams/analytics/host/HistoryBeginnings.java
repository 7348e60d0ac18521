package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.batch.history.StartFrom;
import io.nrtstreams.analytics.batch.history.TopicHistory;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins with what lies in S3, where a session says so, and else with what the broker has.
 *
 * @param hadoop how S3 is reached
 */
public record HistoryBeginnings(Configuration hadoop) implements Beginnings {

    /** With the S3 that Spark is set up for. */
    public static HistoryBeginnings on(SparkRuntime spark) {
        return new HistoryBeginnings(spark.session().sparkContext().hadoopConfiguration());
    }

    @Override
    public long of(TopicPartition partition, long earliest, Map<String, String> properties) {
        return StartFrom.of(properties)
                .map(place -> TopicHistory.first(place, partition.topic(), partition.partition(), hadoop))
                .map(first -> Math.min(first.orElse(earliest), earliest))
                .orElse(earliest);
    }
}
