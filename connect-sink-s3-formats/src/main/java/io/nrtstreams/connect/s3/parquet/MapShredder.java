package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map: an optional or required field that holds a repeated one that holds key and value. */
final class MapShredder implements Shredder {
    private final Presence presence;
    private final int repeatedAt;
    private final Shredder key;
    private final Shredder value;

    /**
     * A map.
     *
     * @param repeatedAt repetition level of an entry after the first
     */
    MapShredder(Presence presence, int repeatedAt, Shredder key, Shredder value) {
        this.presence = presence;
        this.repeatedAt = repeatedAt;
        this.key = key;
        this.value = value;
    }

    @Override
    public void write(@Nullable Object map, int repetition, int definition) {
        if (map != null) {
            entries((Map<?, ?>) map, repetition, definition + presence.levels());
        } else if (presence == Presence.OPTIONAL) {
            writeAbsent(repetition, definition);
        } else {
            throw Misfit.missing();
        }
    }

    private void entries(Map<?, ?> map, int repetition, int definition) {
        if (map.isEmpty()) {
            writeAbsent(repetition, definition);
            return;
        }
        int level = repetition;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            part("key", key, entry.getKey(), level, definition + 1);
            part("value", value, entry.getValue(), level, definition + 1);
            level = repeatedAt;
        }
    }

    private static void part(String name, Shredder shredder, @Nullable Object value, int repetition, int definition) {
        try {
            shredder.write(value, repetition, definition);
        } catch (RuntimeException e) {
            throw Misfit.at(name, e);
        }
    }

    @Override
    public void writeAbsent(int repetition, int definition) {
        key.writeAbsent(repetition, definition);
        value.writeAbsent(repetition, definition);
    }
}
