package io.nrtstreams.connect.cleaning.dedup;

import io.nrtstreams.connect.cleaning.core.Fingerprint;
import io.nrtstreams.connect.cleaning.core.Passage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first ones of equal records. It holds at most so many, some 130 bytes each whatever the records are; the one that
 * came first makes room. Not thread-safe.
 */
final class Window {
    private final long ageMillis;
    private final Map<Fingerprint, First> firsts;
    private @Nullable Fingerprint last;

    private record First(long origin, @Nullable Long timestamp) {}

    /**
     * An empty window.
     *
     * @param ageMillis how far the timestamps of equal records may be apart
     */
    Window(int capacity, long ageMillis) {
        this.ageMillis = ageMillis;
        this.firsts = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Fingerprint, First> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Whether an equal record, and not this very one, was there before; if none was, this is the first one. */
    boolean holdsEqualTo(Fingerprint fingerprint, Passage passage) {
        First now = new First(Origin.of(passage.record()), passage.timestamp());
        First first = firsts.get(fingerprint);
        boolean again = first != null && isTheSame(first, now, fingerprint, passage);
        last = fingerprint;
        if (first != null && (again || isNear(first, now))) {
            return !again;
        }
        // Taken out before, as a map in the order of insertion leaves in its place what is put once more.
        firsts.remove(fingerprint);
        firsts.put(fingerprint, now);
        return false;
    }

    /**
     * Whether the record was handed over once more: a sink's task rewinds and meets its offset again, a source's task
     * tries its last record again.
     */
    private boolean isTheSame(First first, First now, Fingerprint fingerprint, Passage passage) {
        boolean sameOrigin = now.origin != Origin.UNKNOWN && first.origin == now.origin;
        return sameOrigin && (!Origin.isShared(passage.record()) || fingerprint.equals(last));
    }

    private boolean isNear(First first, First now) {
        if (first.timestamp == null || now.timestamp == null) {
            return true;
        }
        long apart = first.timestamp - now.timestamp;
        return apart <= ageMillis && apart >= -ageMillis;
    }

    int size() {
        return firsts.size();
    }
}
