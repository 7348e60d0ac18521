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
 * <p>It remembers so many values of each of at most so many series, 16 bytes each.
 */
final class Outlier implements Operation {
    private static final int VALUES = 100;
    private static final int MOST_VALUES = 10_000;
    private static final int WARMUP = 20;

    private final double limit;
    private final Measure measure;
    private final int warmup;
    private final SeriesKey key;
    private final SeriesStore<RecentValues> store;

    /** How far a value is from others. */
    private enum Measure {
        /** In sample standard deviations from the mean. */
        ZSCORE {
            @Override
            double distance(RecentValues values, double value) {
                return values.standardDeviations(value);
            }
        },
        /** In deviations from the median, told by the median absolute deviation. */
        MAD {
            @Override
            double distance(RecentValues values, double value) {
                return values.medianDeviations(value);
            }
        };

        abstract double distance(RecentValues values, double value);
    }

    private Outlier(double limit, Measure measure, int over, int warmup, SeriesKey key, int keys) {
        this.limit = limit;
        this.measure = measure;
        this.warmup = warmup;
        this.key = key;
        this.store = new SeriesStore<>(keys, () -> new RecentValues(over));
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
        if ((long) over * keys > Remembered.MOST_VALUES) {
            throw new TextMistake(
                    name.column(),
                    "expected at most " + Remembered.MOST_VALUES + " values to remember, over times keys; lower one of"
                            + " them");
        }
        return new Outlier(limit, measure, over, warmup, key, keys);
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
        boolean far = values.size() >= warmup && measure.distance(values, given) > limit;
        values.add(given);
        return far ? Unfit.VALUE : value;
    }

    @Override
    public String expected() {
        return "a number near the last ones of its series";
    }
}
