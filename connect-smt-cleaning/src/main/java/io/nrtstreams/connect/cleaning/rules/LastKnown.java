package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.SeriesStore;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Durations;
import org.jspecify.annotations.Nullable;

/**
 * Fills a field that is null or missing with the last value that its series had here, if the record of that value is not
 * older than an age. Time is that of the records; without it nothing is filled or remembered. A record that comes late
 * is not filled with a value from after it, and its own does not take the place of a later one.
 *
 * <p>It remembers one value for each of at most so many series.
 */
final class LastKnown implements Operation {
    private final long ageMillis;
    private final SeriesKey key;
    private final SeriesStore<Last> store;

    private LastKnown(long ageMillis, SeriesKey key, int keys) {
        this.ageMillis = ageMillis;
        this.key = key;
        this.store = new SeriesStore<>(keys, Last::new);
    }

    /**
     * Reads {@code within AGE [per path] [keys N]}.
     *
     * @throws TextMistake if it is something else
     */
    static LastKnown parse(Arguments arguments) {
        arguments.keyword("within");
        Literal age = arguments.value("an age such as 10m");
        long millis = millis(age);
        SeriesKey key = arguments.option("per") ? SeriesKey.parse(arguments.value("a path")) : SeriesKey.OF_RECORD;
        int keys = arguments.option("keys")
                ? arguments.count("the most series to remember", 1, Remembered.MOST_SERIES)
                : Remembered.SERIES;
        return new LastKnown(millis, key, keys);
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
            if (last.value == null || now >= last.at) {
                last.value = value;
                last.at = now;
            }
        }
        return value;
    }

    @Override
    public @Nullable Object applyToNothing(Passage passage) {
        Long now = passage.timestamp();
        if (now == null) {
            return null;
        }
        Last last = store.get(key.of(passage));
        return last.value != null && now >= last.at && now - last.at <= ageMillis ? last.value : null;
    }

    private static final class Last {
        private @Nullable Object value;
        private long at;
    }
}
