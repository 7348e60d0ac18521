package io.nrtstreams.connect.mock;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The offset of one record as Connect takes it. Every record needs one of its own and few are ever looked into, so it
 * is a view of two fields and makes entries only when asked. Immutable.
 */
final class StoredOffset extends AbstractMap<String, Object> {
    private final long position;
    private final String schedule;
    private final boolean last;

    /** @param last whether no record is left behind this one */
    StoredOffset(long position, String schedule, boolean last) {
        this.position = position;
        this.schedule = schedule;
        this.last = last;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (SourceOffset.POSITION.equals(key)) {
            return position;
        }
        if (SourceOffset.SCHEDULE.equals(key)) {
            return schedule;
        }
        boolean complete = last && SourceOffset.COMPLETE.equals(key);
        return complete ? true : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return last ? 3 : 2;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return entries().iterator();
            }

            @Override
            public int size() {
                return StoredOffset.this.size();
            }
        };
    }

    /** As {@link Map} defines it, without making entries: workers put records into hash maps, offset included. */
    @Override
    public int hashCode() {
        int hash = (SourceOffset.POSITION.hashCode() ^ Long.hashCode(position))
                + (SourceOffset.SCHEDULE.hashCode() ^ schedule.hashCode());
        return last ? hash + (SourceOffset.COMPLETE.hashCode() ^ Boolean.hashCode(true)) : hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    private List<Entry<String, Object>> entries() {
        return Stream.<Entry<String, Object>>of(
                        Map.entry(SourceOffset.POSITION, position),
                        Map.entry(SourceOffset.SCHEDULE, schedule),
                        Map.entry(SourceOffset.COMPLETE, true))
                .limit(size())
                .toList();
    }
}
