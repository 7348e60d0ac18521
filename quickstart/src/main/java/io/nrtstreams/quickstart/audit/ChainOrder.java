package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches that each link of a chain begins after the one before it ended. Links must come in the order of their keys; it
 * holds the last one of each lane of one folder and partition. Not thread-safe.
 */
final class ChainOrder {
    private final Map<String, Last> lastByLane = new HashMap<>();
    private @Nullable LinkName current;

    private record Last(String key, long offset) {}

    /** Takes the next link; a sentence if it holds what the one before holds. */
    Optional<String> follow(String key, LinkName name, ObjectLink link) {
        if (current == null || !current.isBeside(name)) {
            lastByLane.clear();
            current = name;
        }
        Last before = lastByLane.get(name.lane());
        if (before == null || before.offset() < link.lastOffset()) {
            lastByLane.put(name.lane(), new Last(key, link.lastOffset()));
        }
        if (before == null || before.offset() < link.firstOffset()) {
            return Optional.empty();
        }
        long to = Math.min(before.offset(), link.lastOffset());
        return Optional.of(link.topic() + "-" + link.partition() + ": " + before.key() + " and " + key
                + " overlap in offsets " + OffsetSet.range(link.firstOffset(), to) + " of one chain");
    }
}
