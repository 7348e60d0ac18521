package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a field of a record of another feed: of one of its first {@code records}, computed as of the same event time
 * and not remembered.
 *
 * @param choices which record, by weights; null for any
 */
record Reference(
        CustomFeed feed, int place, int records, @Nullable Choices choices, Draws draws) implements Generator {
    @Override
    public @Nullable Object value(Moment moment) {
        return feed.value(place, record(moment), moment.eventNanos);
    }

    private int record(Moment moment) {
        return choices == null ? draws.below(records, moment.draw, 0) : choices.drawn(draws, moment.draw, 0);
    }

    @Override
    public void tell(Moment moment, String field, Map<String, Object> truth) {
        truth.put(field + ".record", (long) record(moment));
    }
}
