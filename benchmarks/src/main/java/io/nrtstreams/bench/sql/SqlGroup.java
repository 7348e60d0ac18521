package io.nrtstreams.bench.sql;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL engine in one process, with Kafka Streams' test driver as peer and Jackson's streaming as floor. */
public final class SqlGroup implements Group {

    private static final String OURS = "DirectHostBenchmark";
    private static final String PEER = "KafkaStreamsBenchmark";
    private static final String FLOOR = "JacksonFloor";
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
        JmhRun run = JmhRun.of(bench);
        List<Measure> measures = new ArrayList<>();
        for (Map.Entry<String, Integer> query : QUERIES) {
            measures.add(rate(run, query.getKey(), query.getValue()));
            measures.add(allocation(run, query.getKey()));
        }
        measures.add(new Measure(
                new Metric("sql.statements_per_s", "statements/s", new Goal.AtLeast(1_000)),
                run.rate("StatementsBenchmark", NO_QUERY).orElse(null),
                null,
                Map.of()));
        return measures.stream().filter(measure -> bench.only().isEmpty() || measure.value() != null).toList();
    }

    private static Measure rate(JmhRun run, String query, int goal) {
        boolean stateless = query.equals("filter_project");
        @Nullable Double floor = stateless ? run.rate(FLOOR, NO_QUERY).orElse(null) : null;
        return new Measure(
                new Metric("sql.records_per_s." + query, "records/s", new Goal.AtLeast(goal)),
                run.rate(OURS, query).orElse(null),
                floor,
                peer(run.rate(PEER, query)));
    }

    private static Measure allocation(JmhRun run, String query) {
        return new Measure(
                new Metric("sql.alloc_bytes_per_record." + query, "B", new Goal.None()),
                run.bytes(OURS, query).orElse(null),
                null,
                peer(run.bytes(PEER, query)));
    }

    private static Map<String, Double> peer(Optional<Double> figure) {
        return figure.map(value -> Map.of("kafka-streams", value)).orElse(Map.of());
    }
}
