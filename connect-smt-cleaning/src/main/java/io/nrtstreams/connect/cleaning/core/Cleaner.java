package io.nrtstreams.connect.cleaning.core;

import java.util.List;

/**
 * Turns the key or the value of a record into a better one, or refuses it.
 *
 * <p>An implementation never changes what it is given and never throws on account of data. It may keep caches and is
 * used by one thread, as Connect uses a transform.
 */
public interface Cleaner {
    /** Cleans a key or value that is not null, in the passage that has begun with it. */
    Outcome clean(Object value, Passage passage);

    /** The counts of its rules; none where it has none. */
    default List<RuleFigures> figures() {
        return List.of();
    }

    /** Cleans a key or value that is not part of a record. */
    default Outcome clean(Object value) {
        return clean(value, Passage.of(value));
    }
}
