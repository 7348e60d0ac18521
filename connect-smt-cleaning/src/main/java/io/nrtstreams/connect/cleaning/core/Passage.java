package io.nrtstreams.connect.cleaning.core;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way through a cleaner: what rules may look at beside the value of their own field, and what they
 * have to say about a record that goes on. A cleaner's user has one and begins it anew with every record. Not
 * thread-safe.
 */
public final class Passage {
    private final List<Flag> flags = new ArrayList<>();
    private @Nullable Object given;
    private @Nullable Schema schema;
    private @Nullable ConnectRecord<?> record;

    /** The passage of a key or value that is not part of a record. */
    public static Passage of(Object given) {
        Passage passage = new Passage();
        passage.given = given;
        return passage;
    }

    /** Begins with the key or value {@code given} of {@code record}, and its schema. */
    public void begin(ConnectRecord<?> record, Object given, @Nullable Schema schema) {
        this.record = record;
        this.given = given;
        this.schema = schema;
        flags.clear();
    }

    /** The key or value that is cleaned, as it came. */
    public @Nullable Object given() {
        return given;
    }

    /** The schema of what is cleaned, null where it has none. */
    public @Nullable Schema schema() {
        return schema;
    }

    /** The record, null where the key or value is not part of one. */
    public @Nullable ConnectRecord<?> record() {
        return record;
    }

    /** The key of the record, null where there is none. */
    public @Nullable Object key() {
        return record == null ? null : record.key();
    }

    /** The timestamp of the record in milliseconds since the epoch, null where it has none. */
    public @Nullable Long timestamp() {
        return record == null ? null : record.timestamp();
    }

    /** Notes what is to be said about the record, provided that it goes on; of many elements it is said once. */
    public void flag(Flag flag) {
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }

    /** What was noted since the beginning; empty for nearly every record. */
    public List<Flag> flags() {
        return flags;
    }
}
