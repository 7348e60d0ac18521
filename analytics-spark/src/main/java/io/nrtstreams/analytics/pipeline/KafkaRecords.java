package io.nrtstreams.analytics.pipeline;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads a topic from its beginning, committed records only. A topic that lost records unread stops the query. */
final class KafkaRecords implements StreamPlan.Records {
    @Override
    public Dataset<Row> of(SparkSession session, Source source, Map<String, String> kafka) {
        return session.readStream()
                .format("kafka")
                .option("subscribe", source.topic())
                .option("startingOffsets", "earliest")
                .option("failOnDataLoss", "true")
                .option("kafka.isolation.level", "read_committed")
                .option("kafka.metadata.max.age.ms", "5000")
                // After the last record of a transaction the consumer asks for more before it looks where the topic
                // ends. The broker would hold that request for half a second, and the answer waits behind it.
                .option("kafka.fetch.max.wait.ms", "10")
                .options(kafka)
                .load();
    }
}
