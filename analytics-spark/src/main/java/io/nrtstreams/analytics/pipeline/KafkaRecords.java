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
                .options(kafka)
                .load();
    }
}
