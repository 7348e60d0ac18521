package io.nrtstreams.quickstart.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.CommandFailure;
import io.nrtstreams.quickstart.config.JsonFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Offsets of a connector in a file. */
final class StoredOffsets {
    private StoredOffsets() {}

    /**
     * Reads what {@code GET /connectors/NAME/offsets} answered.
     *
     * @throws CommandFailure if it is something else, or not of this series
     */
    static FeedTimes.Emitted read(Path file, RecordSeries series) {
        JsonNode stored = JsonFile.read(file).path("offsets");
        if (!stored.isArray()) {
            throw new CommandFailure(
                    file + ": expected {\"offsets\": [...]}, what GET /connectors/NAME/offsets answers");
        }
        Map<Map<String, Object>, Map<String, Object>> offsets = new HashMap<>();
        stored.forEach(entry -> offsets.put(map(entry.path("partition")), map(entry.path("offset"))));
        offsets.keySet().stream()
                .filter(partition -> !series.sourcePartitions().contains(partition))
                .findFirst()
                .ifPresent(partition -> {
                    throw new CommandFailure(file + ": the offsets are of " + partition
                            + ", which the configuration does not have; give the configuration of their connector");
                });
        return new FeedTimes.Emitted(offsets);
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new HashMap<>();
        object.properties()
                .forEach(entry -> map.put(
                        entry.getKey(),
                        entry.getValue().isIntegralNumber()
                                ? entry.getValue().longValue()
                                : entry.getValue().asText()));
        return map;
    }
}
