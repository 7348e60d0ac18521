package io.nrtstreams.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the stages of a pipeline that gave nothing, although nothing is missing: a demo that shows nothing failed. */
final class IdleStages {
    private static final List<String> COUNTS = List.of("produced", "cleaned", "stored");

    private IdleStages() {}

    /** What gave nothing, in words; empty where every stage gave something. */
    static List<String> of(JsonNode summary) {
        List<String> idle = new ArrayList<>();
        summary.path("feeds")
                .properties()
                .forEach(feed -> COUNTS.stream()
                        .filter(count -> feed.getValue().path(count).asLong() == 0)
                        .forEach(count -> idle.add("feed " + feed.getKey() + ": no record was " + count)));
        if (summary.path("feeds").isEmpty()) {
            idle.add("feeds: the audit found none");
        }
        if (summary.path("objects").path("count").asLong() == 0) {
            idle.add("lake: it holds no object");
        }
        if (summary.path("queries").isEmpty()) {
            idle.add("queries: none ran");
        }
        summary.path("queries").properties().stream()
                .filter(query -> query.getValue().path("rows").asLong() == 0)
                .forEach(query -> idle.add("query " + query.getKey() + ": it gave no row"));
        if (summary.path("regressions").isEmpty()) {
            idle.add("regressions: none was fitted");
        }
        return idle;
    }
}
