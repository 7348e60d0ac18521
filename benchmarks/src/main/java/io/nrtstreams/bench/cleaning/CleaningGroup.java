package io.nrtstreams.bench.cleaning;

import io.nrtstreams.bench.Bench;
import io.nrtstreams.bench.Goal;
import io.nrtstreams.bench.Group;
import io.nrtstreams.bench.Measure;
import io.nrtstreams.bench.cleaning.Row.Ratio.Pair;
import io.nrtstreams.bench.jmh.JmhRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cleaning transforms, with Kafka's own as peers, and copies, splits and Jackson's tokens as floors. */
public final class CleaningGroup implements Group {
    private static final JmhRun RUN = new JmhRun(
            "cleaning",
            "benchmarks-cleaning",
            "io.nrtstreams.bench.cleaning.Main",
            "the cleaning transforms and Kafka's own, up to 10 minutes");

    private static final String KAFKA = "kafka";
    private static final String CAST = "kafka-cast";

    static final List<Row> ROWS = List.of(
            cost("us_per_record.struct", 1.5, "clean_struct", "copy_struct", Map.of(KAFKA, "stock_struct")),
            cost("us_per_record.map", 1.5, "clean_map", "copy_map", Map.of(KAFKA, "stock_map")),
            new Row.Cost(
                    "cleaning.us_per_record.struct_64_schemas",
                    new Goal.None(),
                    "clean_struct_64_schemas",
                    Optional.of("copy_struct_64_schemas"),
                    Map.of(CAST, "cast_struct_64_schemas")),
            new Row.Ratio(
                    "cleaning.schema_rotation_ratio",
                    new Goal.AtMost(1.15),
                    new Pair("clean_struct_64_schemas", "clean_struct"),
                    Map.of(CAST, new Pair("cast_struct_64_schemas", "cast_struct"))),
            allocation("alloc_bytes_per_record.struct", "clean_struct", "copy_struct", "stock_struct"),
            allocation("alloc_bytes_per_record.map", "clean_map", "copy_map", "stock_map"),
            cost("parse_us.csv", 0.6, "parse_csv", "split_csv", Map.of()),
            cost("parse_us.dict", 6, "parse_dict", "jackson_json", Map.of()),
            rejects("parse_csv"),
            rejects("parse_dict"),
            rejects("clean_struct"),
            rejects("parse_csv_sink"),
            rejects("parse_dict_sink"),
            rejects("clean_struct_sink"));

    @Override
    public String name() {
        return "cleaning";
    }

    @Override
    public List<Measure> measure(Bench bench) throws IOException, InterruptedException {
        List<Row> rows = ROWS.stream().filter(row -> bench.includes(row.name())).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> names =
                rows.stream().flatMap(row -> row.works().stream()).distinct().toList();
        Works works = new Works(RUN.of(bench, names));
        return rows.stream().map(row -> row.of(works)).toList();
    }

    private static Row cost(String name, double goal, String work, String floor, Map<String, String> peers) {
        return new Row.Cost("cleaning." + name, new Goal.AtMost(goal), work, Optional.of(floor), peers);
    }

    private static Row allocation(String name, String work, String floor, String peer) {
        return new Row.Allocation("cleaning." + name, new Goal.AtMost(600), work, floor, Map.of(KAFKA, peer));
    }

    private static Row rejects(String work) {
        return new Row.Ratio(
                "cleaning.reject_ratio." + work, new Goal.AtMost(3), new Pair(work + "_rejected", work), Map.of());
    }
}
