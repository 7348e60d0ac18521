package io.nrtstreams.analytics.pipeline;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.Trigger;

/** Spark's writer for the rows of a pipeline, ready to be started. */
final class QueryWriter {
    private QueryWriter() {}

    static DataStreamWriter<Row> of(PipelineDefinition pipeline, Dataset<Row> rows, Path checkpoint) {
        DataStreamWriter<Row> writer = pipeline.sink() instanceof Sink.Topic topic
                ? topic(rows, topic).options(pipeline.kafka())
                : files(rows, (Sink.Files) pipeline.sink());
        return writer.queryName(pipeline.name())
                .outputMode(pipeline.mode().spark())
                .trigger(Trigger.ProcessingTime(pipeline.trigger().toMillis()))
                .option("checkpointLocation", checkpoint.toUri().toString());
    }

    private static DataStreamWriter<Row> topic(Dataset<Row> rows, Sink.Topic sink) {
        return StreamPlan.asRecords(rows, sink).writeStream().format("kafka").option("topic", sink.topic());
    }

    private static DataStreamWriter<Row> files(Dataset<Row> rows, Sink.Files sink) {
        return rows.writeStream()
                .format(sink.format().name().toLowerCase(Locale.ROOT))
                .partitionBy(sink.partitionBy().toArray(String[]::new))
                .option("path", sink.path())
                .option("compression", sink.compression())
                .option("header", "true");
    }
}
