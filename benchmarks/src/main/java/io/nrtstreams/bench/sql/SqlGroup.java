package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import io.nrtstreams.bench.jmh.JmhFigures;
import io.nrtstreams.bench.jmh.JmhRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL engine in one process, with Kafka Streams' tasks as peer and Jackson's streaming as floor. */
public final class SqlGroup implements Group {

    private static final JmhRun RUN = new JmhRun(
            "sql",
            "benchmarks-sql",
            "io.nrtstreams.bench.sql.Main",
            "the SQL layer and Kafka Streams, up to 5 minutes");

    private static final String OURS = "DirectHostBenchmark";
    private static final String PEER = "KafkaStreamsBenchmark";
    private static final String DRIVER = "TestDriverBenchmark";
    private static final String FLOOR = "JacksonFloor";
    private static final String STATEMENTS = "statements";
    private static final String NO_QUERY = "-";

    /** What each query is to reach, in records a second on one core. */
    private static final List<Map.Entry<String, Integer>> QUERIES = List.of(
            Map.entry("filter_project", 600_000),
            Map.entry("group_by", 500_000),
            Map.entry("tumbling", 400_000),
            Map.entry("stream_table_join", 300_000));

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public List<Measure> measure(Bench bench) throws IOException, InterruptedException {
        List<Map.Entry<String, Integer>> queries =
                QUERIES.stream().filter(query -> bench.includes(query.getKey())).toList();
        List<String> names =
                new ArrayList<>(queries.stream().map(Map.Entry::getKey).toList());
        if (bench.includes(STATEMENTS)) {
            names.add(STATEMENTS);
        }
        return names.isEmpty() ? List.of() : measures(RUN.of(bench, names), queries, names.contains(STATEMENTS));
    }

    private static List<Measure> measures(
            JmhFigures figures, List<Map.Entry<String, Integer>> queries, boolean statements) {
        List<Measure> measures = new ArrayList<>();
        for (Map.Entry<String, Integer> query : queries) {
            measures.add(rate(figures, query.getKey(), query.getValue()));
        }
        for (Map.Entry<String, Integer> query : queries) {
            measures.add(allocation(figures, query.getKey()));
        }
        if (statements) {
            measures.add(new Measure(
                    new Metric("sql.statements_per_s", "statements/s", new Goal.AtLeast(1_000)),
                    figures.perCoreSecond("StatementsBenchmark", NO_QUERY).orElse(null),
                    null,
                    Map.of()));
        }
        return measures;
    }

    /** Its floor and the peer's driver without a query are of the one query that keeps nothing. */
    private static Measure rate(JmhFigures figures, String query, int goal) {
        Map<String, Double> peers = new HashMap<>();
        figures.perCoreSecond(PEER, query).ifPresent(rate -> peers.put("kafka-streams", rate));
        Optional<Double> floor = Optional.empty();
        if (query.equals("filter_project")) {
            floor = figures.perCoreSecond(FLOOR, NO_QUERY);
            figures.perCoreSecond(DRIVER, NO_QUERY).ifPresent(rate -> peers.put("kafka-streams-without-query", rate));
        }
        return new Measure(
                new Metric("sql.records_per_s." + query, "records/s", new Goal.AtLeast(goal)),
                figures.perCoreSecond(OURS, query).orElse(null),
                floor.orElse(null),
                peers);
    }

    private static Measure allocation(JmhFigures figures, String query) {
        return new Measure(
                new Metric("sql.alloc_bytes_per_record." + query, "B", new Goal.None()),
                figures.bytes(OURS, query).orElse(null),
                null,
                figures.bytes(PEER, query)
                        .map(bytes -> Map.of("kafka-streams", bytes))
                        .orElse(Map.of()));
    }
}
