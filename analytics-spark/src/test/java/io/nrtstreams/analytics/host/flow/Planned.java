package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.QueryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Queries from their statements, over two streams and two tables in JSON. */
final class Planned {

    static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();
    static final Formats FORMATS = Formats.withoutRegistry();

    private static final List<String> SOURCES = List.of(
            "CREATE STREAM clicks (person VARCHAR KEY, page VARCHAR, amount BIGINT, ratio DOUBLE)"
                    + " WITH (KAFKA_TOPIC='clicks', FORMAT='JSON', PARTITIONS=1);",
            "CREATE STREAM energy (city VARCHAR, tariff VARCHAR, kwh DOUBLE, meter VARCHAR)"
                    + " WITH (KAFKA_TOPIC='energy', FORMAT='JSON', PARTITIONS=1);",
            "CREATE STREAM views (person VARCHAR KEY, page VARCHAR, seconds INT)"
                    + " WITH (KAFKA_TOPIC='views', FORMAT='JSON', PARTITIONS=1);",
            "CREATE TABLE people (id VARCHAR PRIMARY KEY, city VARCHAR, level INT)"
                    + " WITH (KAFKA_TOPIC='people', FORMAT='JSON', PARTITIONS=1);",
            "CREATE TABLE scores (id VARCHAR PRIMARY KEY, city VARCHAR, points DECIMAL(8, 2))"
                    + " WITH (KAFKA_TOPIC='scores', FORMAT='JSON', PARTITIONS=1);",
            "CREATE TABLE cities (name VARCHAR PRIMARY KEY, country VARCHAR)"
                    + " WITH (KAFKA_TOPIC='cities', FORMAT='JSON', PARTITIONS=1);");

    private Planned() {}

    /** The plan of a CREATE … AS SELECT. */
    static QueryPlan plan(String statement) {
        Engine engine = Engine.create(FUNCTIONS, FORMATS, new InMemoryTopics(), () -> Instant.EPOCH);
        List<String> statements = new ArrayList<>(SOURCES);
        statements.add(statement);
        QueryPlan plan = null;
        for (String one : statements) {
            for (Outcome outcome : engine.execute(one, Map.of("auto.offset.reset", "earliest"))) {
                if (outcome instanceof Outcome.Started started) {
                    plan = started.query().plan();
                }
            }
        }
        if (plan == null) {
            throw new IllegalArgumentException("no query: " + statement);
        }
        return plan;
    }

    static HostedQuery hosted(QueryPlan plan, int slots) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            numbers.add(3 + 7 * i);
        }
        return new HostedQuery(plan.queryId(), 1, PlanJson.write(plan), Map.of(), numbers, Map.of());
    }

    static FlowEnvironment environment() {
        return FlowEnvironment.of(FUNCTIONS, FORMATS);
    }
}
