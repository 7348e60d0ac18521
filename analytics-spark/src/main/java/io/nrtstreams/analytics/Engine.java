package io.nrtstreams.analytics;

import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.model.Regression;
import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.pipeline.Pipelines;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.Outcome;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.settings.ServerSettings;
import io.nrtstreams.analytics.tables.ResultReader;
import io.nrtstreams.analytics.tables.ResultTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Everything that runs on the one Spark session. Thread-safe. */
final class Engine implements AutoCloseable {
    private final Definitions definitions;
    private final Pipelines pipelines;
    private final SqlServer sql;
    private final Lake lake;
    private final ResultTables tables;
    private final Parts parts;

    /**
     * Starts the session, the tables, the declared pipelines, the SQL server and the reader of their results. What was started
     * is closed again when a later step fails.
     *
     * @param definitions may be empty
     * @param sparkEnded is run when Spark has ended though nobody closed it; nothing goes on by itself then
     */
    static Engine start(
            Definitions definitions,
            Path checkpoints,
            ServerSettings settings,
            Map<String, String> environment,
            InstantSource clock,
            Runnable sparkEnded)
            throws Exception {
        Parts parts = new Parts();
        try {
            SparkRuntime spark = parts.opened(SparkRuntime.start(environment));
            AutoCloseable unused = parts.opened(spark.whenEnded(sparkEnded));
            Lake lake = new Lake(spark);
            definitions.tables().forEach(lake::run);
            Pipelines pipelines =
                    parts.opened(Pipelines.of(definitions.pipelines(), kafka(settings), checkpoints, clock));
            pipelines.start(spark);
            Set<String> declared = pipelines.resultTopics();
            ResultTables tables = new ResultTables(declared, pipelines::isWarm);
            ResultReader reader = parts.opened(ResultReader.start(kafka(settings), tables, clock));
            SqlServer sql = parts.opened(
                    SqlServer.start(settings, spark, topics -> reader.follow(both(declared, topics)), clock));
            return new Engine(definitions, pipelines, sql, lake, tables, parts);
        } catch (Exception e) {
            // Spark's Scala code throws checked exceptions without declaring them.
            parts.close();
            throw e;
        }
    }

    private static Map<String, String> kafka(ServerSettings settings) {
        Map<String, String> kafka = new HashMap<>();
        settings.kafka().forEach((name, value) -> kafka.put("kafka." + name, value.toString()));
        return kafka;
    }

    private static Set<String> both(Set<String> declared, Set<String> ofQueries) {
        Set<String> all = new TreeSet<>(declared);
        all.addAll(ofQueries);
        return all;
    }

    private Engine(
            Definitions definitions, Pipelines pipelines, SqlServer sql, Lake lake, ResultTables tables, Parts parts) {
        this.definitions = definitions;
        this.pipelines = pipelines;
        this.sql = sql;
        this.lake = lake;
        this.tables = tables;
        this.parts = parts;
    }

    SqlService service() {
        return sql.service();
    }

    List<QueryFigures> figures() {
        List<QueryFigures> figures = new ArrayList<>(sql.queries().figures(tables::endToEndMillis));
        figures.addAll(pipelines.figures(tables::endToEndMillis));
        return figures;
    }

    ResultTables tables() {
        return tables;
    }

    /** Waits for the queries in SQL first, whose results the pipelines store. */
    List<String> drain(Duration timeout) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<String> laggards = new ArrayList<>(sql.queries().drain(timeout));
        laggards.addAll(pipelines.drain(timeout.minusNanos(System.nanoTime() - begin)));
        return laggards;
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

    /** Closes what was started last first. */
    @Override
    public void close() {
        parts.close();
    }
}
