package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Commands for logs, made by a real engine. */
final class Samples {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    private Samples() {}

    static List<String> statements() {
        return List.of(
                "CREATE STREAM ticks (id INT KEY, price DOUBLE, at STRUCT<x INT, `y z` ARRAY<DECIMAL(4, 2)>>)"
                        + " WITH (KAFKA_TOPIC='ticks', PARTITIONS=2, VALUE_FORMAT='JSON');",
                "CREATE TYPE name AS STRING;",
                "CREATE STREAM dear AS SELECT id, CAST(price AS name) AS p FROM ticks WHERE price > 50 EMIT CHANGES;",
                "CREATE TABLE counts AS SELECT id, COUNT(*) AS n FROM ticks WINDOW TUMBLING (SIZE 1 HOUR)"
                        + " GROUP BY id EMIT CHANGES;",
                "PAUSE CSAS_DEAR_0;");
    }

    /** Carries a statement out on what the log says, and appends what it changed. */
    static Command append(CommandLog log, String statement) {
        Command command = command(log.settle(), statement);
        log.append(command);
        return command;
    }

    static Command command(Contents before, String statement) {
        InMemoryTopics topics = new InMemoryTopics();
        topics.create("ticks", 2, java.util.Optional.empty(), java.util.Optional.empty());
        Engine engine =
                Engine.create(FunctionRegistry.builtIn(), Formats.withoutRegistry(), topics, InstantSource.fixed(NOON));
        engine.restore(before.snapshot());
        Map<String, String> properties = Map.of("auto.offset.reset", "earliest");
        engine.execute(statement, properties);
        return Differences.between(
                before, engine.snapshot(), new Differences.Statement(statement, properties, "a", NOON));
    }
}
