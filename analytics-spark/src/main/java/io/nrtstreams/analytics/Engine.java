package io.nrtstreams.analytics;

import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.model.Regression;
import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.pipeline.Pipelines;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.tables.ResultReader;
import io.nrtstreams.analytics.tables.ResultTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Everything that runs on the one Spark session. Thread-safe. */
final class Engine implements AutoCloseable {
    private final SparkRuntime spark;
    private final Definitions definitions;
    private final Pipelines pipelines;
    private final Lake lake;
    private final ResultTables tables;
    private final ResultReader reader;

    /** Starts the session, the tables, the queries and the reader of their results. */
    static Engine start(Definitions definitions, Path checkpoints, Map<String, String> environment, InstantSource clock)
            throws InterruptedException, ExecutionException {
        SparkRuntime spark = SparkRuntime.start(environment);
        Lake lake = new Lake(spark);
        definitions.tables().forEach(lake::run);
        Pipelines pipelines = Pipelines.of(definitions.pipelines(), checkpoints, clock);
        pipelines.start(spark);
        ResultTables tables = new ResultTables(pipelines.resultTopics(), pipelines::isWarm);
        Map<String, String> kafka = definitions.pipelines().get(0).kafka();
        ResultReader reader = ResultReader.start(kafka, tables, clock);
        return new Engine(spark, definitions, pipelines, lake, tables, reader);
    }

    private Engine(
            SparkRuntime spark,
            Definitions definitions,
            Pipelines pipelines,
            Lake lake,
            ResultTables tables,
            ResultReader reader) {
        this.spark = spark;
        this.definitions = definitions;
        this.pipelines = pipelines;
        this.lake = lake;
        this.tables = tables;
        this.reader = reader;
    }

    List<QueryFigures> figures() {
        return pipelines.figures(tables::endToEndMillis);
    }

    ResultTables tables() {
        return tables;
    }

    List<String> drain(Duration timeout) throws InterruptedException, ExecutionException {
        return pipelines.drain(timeout);
    }

    /** Counts the tables, fits the models and reads the charts; what cannot be had says why. */
    LakeAnswers answers() {
        lake.refresh();
        return new LakeAnswers(
                lake.counts(),
                definitions.models().stream()
                        .map(model -> outcome(model.name(), () -> Regression.fit(model, lake)))
                        .toList(),
                definitions.charts().stream()
                        .map(chart -> outcome(chart.name(), () -> chart.series(lake)))
                        .toList());
    }

    private static <T> Outcome<T> outcome(String name, Supplier<T> work) {
        try {
            return new Outcome.Ready<>(name, work.get());
        } catch (Exception e) {
            // Spark's AnalysisException is a checked one that its Scala code does not declare.
            return new Outcome.Missing<>(name, Causes.of(e));
        }
    }

    @Override
    public void close() {
        reader.close();
        pipelines.close();
        spark.close();
    }
}
