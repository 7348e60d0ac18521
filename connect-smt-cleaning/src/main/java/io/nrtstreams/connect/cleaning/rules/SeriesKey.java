package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.data.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * What parts values into series: a field of the record as it came, or the record's key.
 *
 * @param path the field, null for the record's key
 */
record SeriesKey(@Nullable FieldPath path) {
    static final SeriesKey OF_RECORD = new SeriesKey(null);

    /**
     * Reads a path.
     *
     * @throws TextMistake if it is none
     */
    static SeriesKey parse(Literal path) {
        try {
            return new SeriesKey(FieldPath.parse(path.text()));
        } catch (IllegalArgumentException e) {
            throw new TextMistake(path.column(), String.valueOf(e.getMessage()));
        }
    }

    @Nullable Object of(Passage passage) {
        return path == null ? passage.key() : path.read(passage.given());
    }
}
