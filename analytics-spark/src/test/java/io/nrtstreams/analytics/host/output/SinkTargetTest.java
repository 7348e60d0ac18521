package io.nrtstreams.analytics.host.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.QueryPlan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SinkTargetTest {

    private static final String SOURCE =
            "CREATE STREAM orders (id VARCHAR KEY, item VARCHAR) WITH (kafka_topic='orders', value_format='JSON');";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE STREAM s AS SELECT * FROM orders | 0 | EVERY_CHANGE",
                "CREATE TABLE t AS SELECT item, COUNT(*) FROM orders GROUP BY item | 0 | PER_BATCH",
                "CREATE TABLE t AS SELECT item, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY item"
                        + " | 8 | PER_BATCH",
                "CREATE TABLE t AS SELECT item, COUNT(*) FROM orders WINDOW SESSION (1 MINUTE) GROUP BY item"
                        + " | 16 | PER_BATCH"
            })
    void onlyTablesLeaveChangesOutAndWindowsEndTheKey(String statement, int windowBytes, Emission emission) {
        SinkTarget target = SinkTarget.of("Q", sink(statement), Emission.PER_BATCH);

        assertThat(target.windowBytes()).isEqualTo(windowBytes);
        assertThat(target.emission()).isEqualTo(emission);
    }

    private static QueryPlan.Sink sink(String statement) {
        InMemoryTopics topics = new InMemoryTopics();
        topics.create("orders", 2, Optional.empty(), Optional.empty());
        Engine engine =
                Engine.create(FunctionRegistry.builtIn(), Formats.withoutRegistry(), topics, () -> Instant.EPOCH);
        return engine.execute(SOURCE + statement + ";", Map.of()).stream()
                .filter(Outcome.Started.class::isInstance)
                .map(Outcome.Started.class::cast)
                .findFirst()
                .flatMap(started -> started.query().plan().sink())
                .orElseThrow();
    }
}
