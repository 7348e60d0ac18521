package io.nrtstreams.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.audit.AuditReport;
import io.nrtstreams.quickstart.audit.FeedAudit;
import io.nrtstreams.quickstart.s3.LakeSize;
import io.nrtstreams.quickstart.score.FeedScore;
import io.nrtstreams.quickstart.score.KindScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The figures of a run as JSON: what the report is told, and {@code summary.json}. */
final class Summary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Summary() {}

    /** What the report says of the run: {@code feeds}, {@code objects} and {@code audit}. */
    static ObjectNode run(AuditReport audit, Map<String, FeedScore> scores, LakeSize lake) {
        ObjectNode run = JSON.createObjectNode();
        ObjectNode feeds = run.putObject("feeds");
        audit.feeds().forEach(feed -> feeds.set(feed.name(), of(feed)));
        scores.forEach((feed, score) -> feeds.withObjectProperty(feed).set("cleaning", of(score)));
        run.putObject("objects").put("count", lake.count()).put("bytes", lake.bytes());
        ObjectNode verdict = run.putObject("audit").put("clean", audit.clean());
        ArrayNode findings = verdict.putArray("findings");
        audit.feeds().forEach(feed -> feed.findings().forEach(findings::add));
        audit.findings().forEach(findings::add);
        return run;
    }

    /** How good the cleaning of a feed was. */
    private static ObjectNode of(FeedScore score) {
        ObjectNode node = JSON.createObjectNode()
                .put("records", score.records())
                .put("good", score.good())
                .put("harmed", score.harmed())
                .put("harm", score.harm())
                .put("recall", score.recall());
        ObjectNode kinds = node.putObject("kinds");
        for (KindScore kind : score.kinds()) {
            kinds.putObject(kind.kind())
                    .put("visible", kind.visible())
                    .put("planted", kind.planted())
                    .put("repaired", kind.repaired())
                    .put("rejected", kind.rejected())
                    .put("dropped", kind.dropped())
                    .put("flagged", kind.flagged())
                    .put("missed", kind.missed())
                    .put("recall", kind.recall());
        }
        return node;
    }

    private static ObjectNode of(FeedAudit feed) {
        return JSON.createObjectNode()
                .put("topic", feed.topic())
                .put("produced", feed.produced())
                .put("cleaned", feed.cleaned())
                .put("rejected", feed.rejected())
                .put("stored", feed.stored())
                .put("missing", feed.missing())
                .put("doubled", feed.doubled());
    }

    /**
     * The whole summary.
     *
     * @param run as {@link #run} made it
     * @param answer the report's key figures
     */
    static ObjectNode whole(ObjectNode run, JsonNode answer, Map<String, Double> startSeconds, Milestones milestones) {
        ObjectNode whole = run.deepCopy();
        whole.set("queries", answer.path("queries"));
        whole.set("regressions", answer.path("regressions"));
        ObjectNode startup = whole.putObject("startup_s");
        startSeconds.forEach(startup::put);
        milestones.firstObject().ifPresent(seconds -> whole.put("first_object_s", seconds));
        milestones.firstAggregate().ifPresent(seconds -> whole.put("first_aggregate_s", seconds));
        whole.put("rss_mb_total", milestones.peakMebibytes());
        return whole;
    }

    /** Writes {@code summary.json} into the report's folder. */
    static Path write(JsonNode summary, Path reportFolder) {
        Path file = reportFolder.resolve("summary.json");
        try {
            Files.createDirectories(reportFolder);
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), summary);
        } catch (IOException e) {
            throw new CommandFailure("The summary " + file + " cannot be written (" + e + ").", e);
        }
        return file;
    }
}
