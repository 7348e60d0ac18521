package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.result.QueryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real streaming queries, fed from a folder in place of a topic. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PipelineQueryTest {
    /** How many of the next rows kill their query; Spark runs its tasks in this JVM. */
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();

    @TempDir
    private Path folder;

    private Optional<PipelineQuery> started = Optional.empty();

    @AfterEach
    void stop() throws InterruptedException {
        if (started.isPresent()) {
            started.get().stop();
        }
    }

    private PipelineQuery start(String sql) {
        PipelineDefinition definition = new PipelineDefinition(
                "words",
                List.of(new Source("lines", "lines", new Source.Text(), Optional.empty())),
                sql,
                Mode.APPEND,
                Duration.ofMillis(50),
                OptionalInt.of(1),
                new Sink.Files(folder.resolve("out").toString(), Sink.FileFormat.JSON, List.of("k"), "none"),
                Map.of());
        PipelineQuery query = new PipelineQuery(definition, folder.resolve("checkpoints"));
        started = Optional.of(query);
        query.start(
                TestSpark.session(),
                (session, source, kafka) -> session.readStream()
                        .schema(
                                "key STRING, value STRING, topic STRING, partition INT, offset BIGINT, timestamp TIMESTAMP")
                        .json(folder.resolve("in").toString())
                        .filter((FilterFunction<Row>) row -> survives()));
        return query;
    }

    private static boolean survives() {
        if (FAILURES_LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the disk is gone");
        }
        return true;
    }

    private void record(String name, String value) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path file = Files.writeString(folder.resolve(name), "{\"key\":\"" + name + "\",\"value\":\"" + value + "\"}\n");
        Files.move(file, in.resolve(name));
    }

    private String written() {
        return TestSpark.session()
                .read()
                .json(folder.resolve("out").toString())
                .orderBy("k")
                .collectAsList()
                .toString();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    @Test
    void rowsAreCountedAndWrittenOnceAcrossAStop() throws Exception {
        record("a", "1");
        PipelineQuery first = start("SELECT kafka_key AS k, value FROM lines");
        until(() -> first.metrics().inputRows() == 1);
        assertThat(first.state()).isEqualTo(QueryState.RUNNING);
        first.stop();
        assertThat(first.state()).isEqualTo(QueryState.STOPPED);
        assertThat(first.failure()).isEmpty();

        record("b", "2");
        PipelineQuery second = start("SELECT kafka_key AS k, value FROM lines");
        until(() -> second.metrics().inputRows() == 1);
        second.stop();

        assertThat(written()).isEqualTo("[[1,a], [2,b]]");
    }

    @Test
    void aQueryThatDiesAgainAndAgainTellsCauseAndRemedyInOneLine() throws Exception {
        record("a", "1");
        PipelineQuery query = start("SELECT kafka_key AS k, raise_error('no such house') AS x FROM lines");
        until(() -> {
            query.supervise(Instant.EPOCH);
            return query.state() == QueryState.FAILED;
        });

        assertThat(query.restarts()).isEqualTo(Restarts.MOST);
        assertThat(query.failure().orElseThrow())
                .contains("no such house")
                .endsWith("mend the cause and start the process again; the query goes on from its checkpoint")
                .doesNotContain("\n");
    }

    @Test
    void aQueryThatDiedOnceIsStartedAgainAndLosesAndDoublesNothing() throws Exception {
        FAILURES_LEFT.set(1);
        record("a", "1");
        PipelineQuery query = start("SELECT kafka_key AS k, value FROM lines");
        until(() -> {
            query.supervise(Instant.EPOCH);
            return query.metrics().inputRows() == 1;
        });
        query.stop();

        assertThat(query.restarts()).isEqualTo(1);
        assertThat(query.failure()).isEmpty();
        assertThat(written()).isEqualTo("[[1,a]]");
    }

    @Test
    void aQueryThatCannotStartTellsWhy() throws IOException {
        record("a", "1");
        PipelineQuery query = start("SELECT kafka_kee AS k FROM lines");

        assertThat(query.state()).isEqualTo(QueryState.FAILED);
        assertThat(query.failure().orElseThrow()).contains("kafka_kee").contains("kafka_key");
    }
}
