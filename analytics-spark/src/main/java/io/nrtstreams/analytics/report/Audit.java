package io.nrtstreams.analytics.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit of the lake against Kafka found.
 *
 * @param feeds the feeds in the order given
 * @param objects how many objects are stored
 * @param bytes how large they are in all
 * @param findings what is missing or doubled, for people
 * @param seconds how long the run took; 0 if it is not said
 */
public record Audit(List<Feed> feeds, long objects, long bytes, List<String> findings, double seconds) {
    /**
     * The records of one feed.
     *
     * @param name the feed
     * @param topic its topic
     * @param produced made by the source
     * @param cleaned passed the cleaning
     * @param rejected refused by the cleaning, with a reason
     * @param stored found in the lake
     * @param missing not found though cleaned
     * @param doubled found more than once
     * @param cleaning how good the cleaning was, where that is known
     */
    public record Feed(
            String name,
            String topic,
            long produced,
            long cleaned,
            long rejected,
            long stored,
            long missing,
            long doubled,
            Optional<Cleaning> cleaning) {}

    /**
     * How good the cleaning of a feed was against the defects that were planted in it.
     *
     * @param good records without one
     * @param harmed of these, those that did not come through as they should
     * @param kinds what was planted
     */
    public record Cleaning(long good, long harmed, List<Kind> kinds) {}

    /**
     * What became of the records with one kind of planted defect.
     *
     * @param visible whether a transform can see it
     * @param recall the share that did not go on wrong and unmarked
     */
    public record Kind(
            String name,
            boolean visible,
            long planted,
            long repaired,
            long rejected,
            long dropped,
            long flagged,
            long missed,
            double recall) {}

    /** Reads {@code {feeds: {NAME: {topic, produced, …}}, objects: {count, bytes}, findings: […], duration_s}}. */
    public static Audit read(JsonNode json) {
        List<Feed> feeds = new ArrayList<>();
        for (Map.Entry<String, JsonNode> feed : json.path("feeds").properties()) {
            feeds.add(feed(feed.getKey(), feed.getValue()));
        }
        List<String> findings = new ArrayList<>();
        json.path("audit").path("findings").forEach(finding -> findings.add(finding.asText()));
        json.path("findings").forEach(finding -> findings.add(finding.asText()));
        return new Audit(
                feeds,
                json.path("objects").path("count").asLong(),
                json.path("objects").path("bytes").asLong(),
                findings,
                json.path("duration_s").asDouble());
    }

    private static Feed feed(String name, JsonNode json) {
        return new Feed(
                name,
                json.path("topic").asText(name),
                json.path("produced").asLong(),
                json.path("cleaned").asLong(),
                json.path("rejected").asLong(),
                json.path("stored").asLong(),
                json.path("missing").asLong(),
                json.path("doubled").asLong(),
                json.path("cleaning").isObject() ? Optional.of(cleaning(json.path("cleaning"))) : Optional.empty());
    }

    private static Cleaning cleaning(JsonNode json) {
        List<Kind> kinds = new ArrayList<>();
        json.path("kinds")
                .properties()
                .forEach(kind -> kinds.add(new Kind(
                        kind.getKey(),
                        kind.getValue().path("visible").asBoolean(),
                        kind.getValue().path("planted").asLong(),
                        kind.getValue().path("repaired").asLong(),
                        kind.getValue().path("rejected").asLong(),
                        kind.getValue().path("dropped").asLong(),
                        kind.getValue().path("flagged").asLong(),
                        kind.getValue().path("missed").asLong(),
                        kind.getValue().path("recall").asDouble())));
        return new Cleaning(json.path("good").asLong(), json.path("harmed").asLong(), kinds);
    }

    /** Whether nothing is missing and nothing doubled. */
    boolean isClean() {
        return findings.isEmpty() && feeds.stream().allMatch(feed -> feed.missing() == 0 && feed.doubled() == 0);
    }
}
