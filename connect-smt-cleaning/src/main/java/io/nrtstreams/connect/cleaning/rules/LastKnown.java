package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.SeriesStore;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Durations;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Fills a field that is null or missing with the last value that its series had here, if the record of that value is not
 * older than an age. Time is that of the records; without it nothing is filled or remembered. A record that comes late
 * is not filled with a value from after it, and its own does not take the place of a later one.
 *
 * <p>It remembers one number, boolean, date or short text for each of at most so many series. What is larger takes the
 * place of an earlier value as nothing to fill with, and so does a value of another type than the field has by the
 * schema of the record to be filled.
 */
final class LastKnown implements Operation {
    private static final int BYTES = Remembered.SERIES_BYTES + Remembered.VALUE_BYTES;

    private final long ageMillis;
    private final SeriesKey key;
    private final SeriesStore<Last> store;
    private final @Nullable Object type;

    private LastKnown(long ageMillis, SeriesKey key, SeriesStore<Last> store, @Nullable Object type) {
        this.ageMillis = ageMillis;
        this.key = key;
        this.store = store;
        this.type = type;
    }

    /**
     * Reads {@code within AGE [per path] [keys N]}.
     *
     * @throws TextMistake if it is something else, or would remember too much
     */
    static LastKnown parse(Arguments arguments) {
        int column = arguments.peek().column();
        arguments.keyword("within");
        Literal age = arguments.value("an age such as 10m");
        long millis = millis(age);
        SeriesKey key = arguments.option("per") ? SeriesKey.parse(arguments.value("a path")) : SeriesKey.OF_RECORD;
        int keys = arguments.option("keys")
                ? arguments.count("the most series to remember", 1, Remembered.MOST_SERIES)
                : Remembered.SERIES;
        Remembered.check(column, keys, BYTES, "keys");
        return new LastKnown(millis, key, new SeriesStore<>(keys, Last::new), null);
    }

    private static long millis(Literal age) {
        try {
            return Durations.parse(age.text()).toMillis();
        } catch (IllegalArgumentException e) {
            throw new TextMistake(age.column(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Object apply(Object value, Passage passage) {
        Long now = passage.timestamp();
        if (now != null) {
            Last last = store.get(key.of(passage));
            if (now >= last.at) {
                last.value = Remembered.holds(value) ? value : null;
                last.type = type;
                last.at = now;
            }
        }
        return value;
    }

    @Override
    public @Nullable Object applyToNothing(Passage passage) {
        Long now = passage.timestamp();
        Last last = now == null ? null : store.find(key.of(passage));
        return last != null && now != null && last.isKnown(now, ageMillis) && Objects.equals(last.type, type)
                ? last.value
                : null;
    }

    @Override
    public Operation boundTo(ScalarType type) {
        return new LastKnown(ageMillis, key, store, type);
    }

    /** Values of decimals, dates and times of day look alike, and only their schema tells which of them a field can hold. */
    @Override
    public Operation boundToOther(Schema schema) {
        List<Object> kind = Arrays.asList(schema.type(), schema.name(), schema.parameters());
        return new LastKnown(ageMillis, key, store, kind);
    }

    private static final class Last {
        private @Nullable Object value;
        private @Nullable Object type;
        private long at = Long.MIN_VALUE;

        boolean isKnown(long now, long ageMillis) {
            // Unsigned, since times of different signs may be further apart than a long can say.
            return now >= at && Long.compareUnsigned(now - at, ageMillis) <= 0;
        }
    }
}
