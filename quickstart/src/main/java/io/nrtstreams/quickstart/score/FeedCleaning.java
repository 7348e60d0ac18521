package io.nrtstreams.quickstart.score;

import io.nrtstreams.connect.mock.MockSourceConnector;
import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.audit.ConnectorView;
import io.nrtstreams.quickstart.audit.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what cleans the feeds of a running worker, and scores it over what they have sent. */
public final class FeedCleaning {
    /** More would take seconds; a minute of a thousand records a second is scored whole. */
    private static final long MOST_RECORDS_OF_A_SHARD = 100_000;

    private final ConnectorView worker;

    /** Over the connectors of a worker. */
    public FeedCleaning(ConnectorView worker) {
        this.worker = worker;
    }

    /**
     * The scores by feed, of those that have planted defects and something that cleans: the source's own transforms, or those
     * of a sink that reads its topic. Of a longer series the first 100,000 records of each shard count.
     */
    public Map<String, FeedScore> scores() {
        Map<String, Map<String, String>> configurations = worker.configurations();
        Map<String, FeedScore> scores = new TreeMap<>();
        configurations.forEach((name, raw) -> {
            if (MockSourceConnector.class.getName().equals(raw.get("connector.class")) && isDirty(raw)) {
                Map<String, String> source = worker.resolved(raw);
                cleaning(source, configurations)
                        .ifPresent(score -> scores.put(
                                source.getOrDefault("feed", name), score.over(ranges(worker.positions(name)))));
            }
        });
        return scores;
    }

    private static boolean isDirty(Map<String, String> config) {
        return config.keySet().stream().anyMatch(key -> key.startsWith("dirt."));
    }

    private Optional<CleaningScore> cleaning(
            Map<String, String> source, Map<String, Map<String, String>> configurations) {
        if (source.containsKey("transforms")) {
            return Optional.of(CleaningScore.underSource(source));
        }
        String topic = RecordSeries.of(source).topic();
        return configurations.values().stream()
                .filter(config -> config.containsKey("transforms") && reads(config, topic))
                .findFirst()
                .map(sink -> CleaningScore.underSink(source, worker.resolved(sink)));
    }

    private static boolean reads(Map<String, String> config, String topic) {
        return Arrays.stream(config.getOrDefault("topics", "").split(",", -1))
                .map(String::strip)
                .anyMatch(name -> name.equals(topic));
    }

    private static List<CleaningScore.Range> ranges(List<SourcePosition> positions) {
        List<CleaningScore.Range> ranges = new ArrayList<>();
        for (SourcePosition at : positions) {
            ranges.add(series -> series.records(
                    at.partition(), at.offset(), 0, Math.min(series.position(at.offset()), MOST_RECORDS_OF_A_SHARD)));
        }
        return ranges;
    }
}
