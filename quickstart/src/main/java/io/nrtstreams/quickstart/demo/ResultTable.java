package io.nrtstreams.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A summary as a short table for the terminal. */
final class ResultTable {
    private ResultTable() {}

    /** The lines: one a feed, one a query, one a regression. */
    static List<String> lines(JsonNode summary) {
        List<String> lines = new ArrayList<>();
        lines.add(row("feed", "produced", "cleaned", "rejected", "stored", "missing", "doubled"));
        summary.path("feeds").properties().forEach(feed -> lines.add(feed(feed.getKey(), feed.getValue())));
        summary.path("feeds").properties().forEach(feed -> {
            JsonNode cleaning = feed.getValue().path("cleaning");
            if (cleaning.isObject()) {
                lines.add(cleaning(feed.getKey(), cleaning));
            }
        });
        JsonNode objects = summary.path("objects");
        lines.add("lake: " + objects.path("count").asLong() + " objects, "
                + Figures.bytes(objects.path("bytes").asLong()));
        summary.path("queries").properties().forEach(query -> lines.add(query(query.getKey(), query.getValue())));
        summary.path("regressions")
                .properties()
                .forEach(regression -> lines.add(regression(regression.getKey(), regression.getValue())));
        return lines;
    }

    private static String feed(String name, JsonNode counts) {
        return row(
                name,
                counts.path("produced").asText(),
                counts.path("cleaned").asText(),
                counts.path("rejected").asText(),
                counts.path("stored").asText(),
                counts.path("missing").asText(),
                counts.path("doubled").asText());
    }

    private static String cleaning(String feed, JsonNode score) {
        long planted = 0;
        for (JsonNode kind : score.path("kinds")) {
            planted += kind.path("planted").asLong();
        }
        return String.format(
                Locale.ROOT,
                "cleaning of %s: %d defects planted, recall at least %.4f; harm %.4f of %d good records",
                feed,
                planted,
                score.path("recall").asDouble(),
                score.path("harm").asDouble(),
                score.path("good").asLong());
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %9s %9s %9s %9s %8s %8s", cells);
    }

    private static String query(String name, JsonNode figures) {
        String rows = "query " + name + ": " + figures.path("rows").asText("no") + " rows";
        return figures.path("end_to_end_ms_p50").isNumber() ? rows + latency(figures) : rows;
    }

    private static String latency(JsonNode figures) {
        return String.format(
                Locale.ROOT,
                ", end to end p50 %s ms, p95 %s ms",
                figures.path("end_to_end_ms_p50").asText(),
                figures.path("end_to_end_ms_p95").asText("?"));
    }

    private static String regression(String name, JsonNode fit) {
        return String.format(
                Locale.ROOT,
                "regression %s: %s, R2 %.3f, RMSE %.3f",
                name,
                fit.path("formula").asText("?"),
                fit.path("r2").asDouble(Double.NaN),
                fit.path("rmse").asDouble(Double.NaN));
    }
}
