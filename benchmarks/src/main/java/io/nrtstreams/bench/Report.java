package io.nrtstreams.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run of the benchmarks.
 *
 * @param measures in the order in which they are shown
 */
public record Report(List<Measure> measures) {
    private static final List<String> HEADER =
            List.of("measure", "value", "unit", "floor", "peers", "to reach", "reached");

    public Report {
        measures = List.copyOf(measures);
    }

    /** Whether there is a value for each measure. */
    boolean isComplete() {
        return measures.stream().allMatch(measure -> measure.value() != null);
    }

    /** A table of text, columns aligned. */
    public String table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        measures.forEach(measure -> rows.add(row(measure)));
        int[] widths = new int[HEADER.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static List<String> row(Measure measure) {
        String peers = new TreeMap<>(measure.peers())
                .entrySet().stream()
                        .map(peer -> peer.getKey() + " " + Figure.of(peer.getValue()))
                        .collect(Collectors.joining(", "));
        return List.of(
                measure.metric().name(),
                Figure.of(measure.value()),
                measure.metric().unit(),
                Figure.of(measure.floor()),
                peers.isEmpty() ? "-" : peers,
                measure.metric().goal().toString(),
                measure.verdict());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** Writes {@code [{"name","unit","value","floor","peers":{}}]}; an unknown value or floor is null. */
    public void writeJson(Path file) throws IOException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Measure measure : measures) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", measure.metric().name());
            one.put("unit", measure.metric().unit());
            one.put("value", measure.value());
            one.put("floor", measure.floor());
            one.put("peers", new TreeMap<>(measure.peers()));
            all.add(one);
        }
        byte[] json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        Files.write(file, json);
    }
}
