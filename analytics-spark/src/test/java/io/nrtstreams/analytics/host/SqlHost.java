package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.OutputTimeouts;
import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Statements on a Spark host with a real broker. */
final class SqlHost implements AutoCloseable {

    private static final Map<String, String> EARLIEST = Map.of("auto.offset.reset", "earliest");

    private final SparkSession session;
    private final HostSettings settings;
    private final KafkaTopic topics;
    private final Engine engine;
    private final Map<String, Start> queries = new LinkedHashMap<>();
    private SparkHost host;

    SqlHost(
            SparkSession session,
            KafkaTopic topics,
            String address,
            String serviceId,
            Path checkpoints,
            long batchRecords) {
        this(session, topics, address, serviceId, checkpoints.toUri().toString(), batchRecords, OutputTimeouts.DEFAULT);
    }

    SqlHost(
            SparkSession session,
            KafkaTopic topics,
            String address,
            String serviceId,
            String checkpoints,
            long batchRecords,
            OutputTimeouts timeouts) {
        this.session = session;
        this.topics = topics;
        this.engine =
                Engine.create(FunctionRegistry.builtIn(), Formats.withoutRegistry(), topics, InstantSource.system());
        this.settings = new HostSettings(
                checkpoints,
                new OutputSettings(
                        Map.of("bootstrap.servers", address, "compression.type", "none"), serviceId, true, timeouts),
                Libraries.BUILT_IN,
                batchRecords);
        this.host = SparkHost.start(session, settings, InstantSource.system());
    }

    SparkHost host() {
        return host;
    }

    /** Carries out statements; the ids of the queries they start. */
    List<String> run(String script) {
        return run(script, EARLIEST);
    }

    List<String> run(String script, Map<String, String> properties) {
        List<String> started = new ArrayList<>();
        for (Outcome outcome : engine.execute(script, properties)) {
            if (outcome instanceof Outcome.Started start) {
                started.add(start.query().id());
                long sequence = start.replaces()
                        .map(before -> queries.get(before.id()).sequence())
                        .orElse((long) queries.size() + 1);
                start(new Start(start.query(), sequence, engine.catalog().types(), properties));
            } else if (outcome instanceof Outcome.Terminated terminated) {
                terminated.queries().forEach(query -> {
                    queries.remove(query.id());
                    host.end(query.id());
                });
            } else if (outcome instanceof Outcome.Paused paused) {
                paused.queries().forEach(query -> host.pause(query.id()));
            } else if (outcome instanceof Outcome.Resumed resumed) {
                resumed.queries().forEach(query -> host.resume(query.id()));
            }
        }
        return started;
    }

    private void start(Start start) {
        queries.put(start.query().id(), start);
        host.start(start);
    }

    /** Stops in good order and starts again. */
    void restart() {
        host.close();
        host = SparkHost.start(session, settings, InstantSource.system());
        queries.values().forEach(host::start);
        host.allStarted();
    }

    Status status(String query) {
        return host.status(query).orElseThrow();
    }

    /** Waits until the query runs and has read all there is. */
    void awaitDone(String query) {
        await(() -> isDone(query), () -> query + " " + status(query));
    }

    private boolean isDone(String query) {
        Positions reached = host.reached(query);
        return status(query).state() == State.RUNNING
                && topics
                        .ends(QueryShape.of(queries.get(query).query().plan())
                                .topics()
                                .keySet())
                        .entrySet()
                        .stream()
                        .allMatch(end -> reached.at(end.getKey()) >= end.getValue());
    }

    static void await(BooleanSupplier condition, Supplier<String> otherwise) {
        await(Duration.ofSeconds(60), condition, otherwise);
    }

    static void await(Duration patience, BooleanSupplier condition, Supplier<String> otherwise) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still waiting: " + otherwise.get());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What the query's topic must hold: what it gives in one process, for these records in this order. */
    List<KafkaTopic.Text> expected(String queryId, List<TopicRecord> inputs) {
        PersistentQuery query = queries.get(queryId).query();
        DirectHost direct = DirectHost.start(
                query.plan(),
                FunctionRegistry.builtIn(),
                Formats.withoutRegistry(),
                engine.catalog().types(),
                ProcessingLog.NONE);
        List<KafkaTopic.Text> expected = new ArrayList<>();
        inputs.forEach(input -> direct.process(
                input,
                record -> expected.add(
                        new KafkaTopic.Text(text(record.key()), text(record.value()), record.timestamp()))));
        return expected;
    }

    List<KafkaTopic.Text> output(String queryId) {
        return topics.committed(queries.get(queryId)
                .query()
                .plan()
                .sink()
                .orElseThrow()
                .layout()
                .topic());
    }

    @Override
    public void close() {
        host.close();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
