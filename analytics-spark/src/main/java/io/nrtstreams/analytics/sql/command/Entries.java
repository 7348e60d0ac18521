package io.nrtstreams.analytics.sql.command;

import io.nrtstreams.sql.SqlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of a log, sets aside those that cannot be used, and tells what they amount to. Single-threaded. */
final class Entries {

    private final Map<ObjectKey, Optional<Stored>> gathered = new LinkedHashMap<>();
    private final Map<String, Skipped> skipped = new LinkedHashMap<>();
    private Contents contents = Contents.EMPTY;

    /**
     * Takes an entry.
     *
     * @param place where it stands, for messages
     * @param json what the thing is now; null when it is gone
     */
    void add(String place, String key, @Nullable String json) {
        Optional<ObjectKey> parsed = ObjectKey.parse(key);
        if (parsed.isEmpty()) {
            skip(place, key, "this release knows no such thing");
            return;
        }
        try {
            Optional<Stored> thing = json == null ? Optional.empty() : Optional.of(ObjectJson.read(parsed.get(), json));
            gathered.put(parsed.get(), thing);
            skipped.remove(key);
        } catch (SqlException e) {
            skip(place, key, e.problem());
        }
    }

    /** Sets an entry aside. */
    void skip(String place, String key, String reason) {
        skipped.put(key, new Skipped(place, key, reason));
    }

    /** Takes the end of a command, and what was gathered since the one before. */
    void end(long sequence, int nextNumber) {
        contents = contents.after(new Command(sequence, nextNumber, "", gathered));
        gathered.clear();
    }

    Contents contents() {
        return contents;
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped.values());
    }
}
