package io.nrtstreams.analytics.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Turns a declared pipeline into Spark's plan of it: records to views, SQL, and rows to what the sink takes. */
final class StreamPlan {
    private static final List<Column> RECORD = List.of(
            col("key").cast("string").as("kafka_key"),
            col("timestamp").as("kafka_timestamp"),
            col("partition").as("kafka_partition"),
            col("offset").as("kafka_offset"));

    private final SparkSession session;
    private final Records records;

    /** Where raw records come from: columns key, value, topic, partition, offset and timestamp, as Kafka has them. */
    interface Records {
        Dataset<Row> of(SparkSession session, Source source, Map<String, String> kafka);
    }

    /** A plan in {@code session}, whose temporary views it defines. */
    StreamPlan(SparkSession session, Records records) {
        this.session = session;
        this.records = records;
    }

    /** Sets the pool of Spark's fair scheduler for what the calling thread starts from now on. */
    void schedulerPool(String pool) {
        session.sparkContext().setLocalProperty("spark.scheduler.pool", pool);
    }

    /** The rows of the pipeline's SQL. */
    Dataset<Row> rows(PipelineDefinition pipeline) {
        for (Source source : pipeline.sources()) {
            Dataset<Row> raw = records.of(session, source, pipeline.kafka());
            Dataset<Row> read = pipeline.mostTasks().isPresent()
                    ? raw.coalesce(pipeline.mostTasks().getAsInt())
                    : raw;
            view(source, read).createOrReplaceTempView(source.view());
        }
        return session.sql(pipeline.sql());
    }

    private static Dataset<Row> view(Source source, Dataset<Row> raw) {
        List<Column> columns = new ArrayList<>(RECORD);
        if (source.format() instanceof Source.Json json) {
            columns.add(
                    from_json(col("value").cast("string"), lit(json.schema())).as("value"));
        } else {
            columns.add(col("value").cast("string").as("value"));
        }
        Dataset<Row> typed = raw.select(columns.toArray(Column[]::new));
        Dataset<Row> marked = source.lateness()
                .map(lateness -> typed.withWatermark("kafka_timestamp", lateness.toMillis() + " milliseconds"))
                .orElse(typed);
        return source.format() instanceof Source.Json
                ? marked.select("*", "value.*").drop("value")
                : marked;
    }

    /** The rows as Kafka records: a key and a JSON value. */
    static Dataset<Row> asRecords(Dataset<Row> rows, Sink.Topic sink) {
        Column[] key = sink.key().stream().map(rows::col).toArray(Column[]::new);
        Column text = key.length == 1 ? key[0].cast("string") : to_json(struct(key));
        return rows.select(text.as("key"), to_json(struct(col("*"))).as("value"));
    }
}
