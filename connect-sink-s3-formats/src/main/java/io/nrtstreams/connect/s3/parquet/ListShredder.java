package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A list: an optional or required field that holds a repeated one that holds the element. */
final class ListShredder implements Shredder {
    private final Presence presence;
    private final int repeatedAt;
    private final Shredder element;

    /**
     * A list.
     *
     * @param repeatedAt repetition level of an item after the first
     */
    ListShredder(Presence presence, int repeatedAt, Shredder element) {
        this.presence = presence;
        this.repeatedAt = repeatedAt;
        this.element = element;
    }

    @Override
    public void write(@Nullable Object value, int repetition, int definition) {
        if (value != null) {
            items((Collection<?>) value, repetition, definition + presence.levels());
        } else if (presence == Presence.OPTIONAL) {
            writeAbsent(repetition, definition);
        } else {
            throw Misfit.missing();
        }
    }

    private void items(Collection<?> list, int repetition, int definition) {
        if (list.isEmpty()) {
            writeAbsent(repetition, definition);
            return;
        }
        int level = repetition;
        try {
            for (Object item : list) {
                element.write(item, level, definition + 1);
                level = repeatedAt;
            }
        } catch (RuntimeException e) {
            throw Misfit.at("element", e);
        }
    }

    @Override
    public void writeAbsent(int repetition, int definition) {
        element.writeAbsent(repetition, definition);
    }
}
