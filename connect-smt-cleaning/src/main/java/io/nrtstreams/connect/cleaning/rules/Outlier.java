package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.SeriesStore;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;

/**
 * Refuses a number that lies too far from the last ones of its series, and NaN, infinities and what is no number. It does
 * not judge before it has seen enough, nor where the last ones do not spread at all.
 *
 * <p>Every finite value joins the last ones once it is judged, outliers too: else a series that has come to a new level
 * would be refused for ever.
 *
 * <p>It remembers so many values of each of at most so many series: 8 bytes a value for the z-score, 16 for the median,
 * and some 400 a series.
 */
final class Outlier implements Operation {
    private static final int VALUES = 100;
    private static final int MOST_VALUES = 10_000;
    private static final int WARMUP = 20;

    /** Recent values before there are any: an object and the heads of two arrays. */
    private static final int EMPTY_BYTES = 80;

    private final double limit;
    private final int warmup;
    private final SeriesKey key;
    private final SeriesStore<RecentValues> store;

    /** How far a value is from others. */
    private enum Measure {
        /** In sample standard deviations from the mean. */
        ZSCORE(8),
        /** In deviations from the median, told by the median absolute deviation. */
        MAD(16);

        private final int bytesOfValue;

        Measure(int bytesOfValue) {
            this.bytesOfValue = bytesOfValue;
        }

        private RecentValues ofLast(int values) {
            return this == MAD ? new RecentMedian(values) : new RecentMean(values);
        }
    }

    private Outlier(double limit, int warmup, SeriesKey key, SeriesStore<RecentValues> store) {
        this.limit = limit;
        this.warmup = warmup;
        this.key = key;
        this.store = store;
    }

    /**
     * Reads {@code zscore|mad LIMIT [over N] [warmup N] [per path] [keys N]}.
     *
     * @throws TextMistake if it is something else, or would remember too much
     */
    static Outlier parse(Arguments arguments) {
        Token name = arguments.peek();
        Measure measure = arguments.word("zscore", "mad").equals("mad") ? Measure.MAD : Measure.ZSCORE;
        double limit = arguments.positive("how many deviations are too far, e.g. 4");
        int over = arguments.option("over") ? arguments.count("how many values to look at", 3, MOST_VALUES) : VALUES;
        int warmup = arguments.option("warmup")
                ? arguments.count("how many values to wait for", 3, over)
                : Math.min(WARMUP, over);
        SeriesKey key = arguments.option("per") ? SeriesKey.parse(arguments.value("a path")) : SeriesKey.OF_RECORD;
        int keys = arguments.option("keys")
                ? arguments.count("the most series to remember", 1, Remembered.MOST_SERIES)
                : Remembered.SERIES;
        long bytes = Remembered.SERIES_BYTES + EMPTY_BYTES + (long) measure.bytesOfValue * over;
        Remembered.check(name.column(), keys, bytes, "keys or over");
        return new Outlier(limit, warmup, key, new SeriesStore<>(keys, () -> measure.ofLast(over)));
    }

    @Override
    public Object apply(Object value, Passage passage) {
        if (!(value instanceof Number number)) {
            return Unfit.KIND;
        }
        double given = number.doubleValue();
        if (!Double.isFinite(given)) {
            return Unfit.VALUE;
        }
        RecentValues values = store.get(key.of(passage));
        boolean far = values.size() >= warmup && values.deviations(given) > limit;
        values.add(given);
        return far ? Unfit.VALUE : value;
    }

    @Override
    public String expected() {
        return "a number near the last ones of its series";
    }
}
