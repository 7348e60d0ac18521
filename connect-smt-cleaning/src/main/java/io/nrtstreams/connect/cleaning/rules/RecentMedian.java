package io.nrtstreams.connect.cleaning.rules;

import java.util.Arrays;

/**
 * Measures by the median and the median absolute deviation, or the mean absolute deviation where more than half of the
 * values are the same (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993; Leys et al., Journal of
 * Experimental Social Psychology 49, 2013).
 *
 * <p>The values are held in the order in which they came and in that of their size: it grows to its capacity, 16 bytes a
 * value. A value costs two searches and the shift of what lies between.
 */
final class RecentMedian implements RecentValues {
    /** Makes the median absolute deviation an estimate of the standard deviation of a normal distribution. */
    private static final double MEDIAN_DEVIATION_TO_SIGMA = 1.4826;

    /** The same for the mean absolute deviation, the square root of pi halves. */
    private static final double MEAN_DEVIATION_TO_SIGMA = 1.2533141373155;

    private final int capacity;
    private double[] ring;
    private double[] sorted;
    private int size;
    private int next;

    RecentMedian(int capacity) {
        this.capacity = capacity;
        this.ring = new double[Math.min(capacity, 8)];
        this.sorted = new double[ring.length];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(double given) {
        // Unlike 0.0, -0.0 would be looked for in another place than it stands.
        double value = given + 0.0;
        if (size == capacity) {
            replace(ring[next], value);
        } else {
            insert(value);
        }
        ring[next] = value;
        next = next + 1 == capacity ? 0 : next + 1;
    }

    private void insert(double value) {
        if (size == ring.length) {
            int length = Math.min(capacity, 2 * size);
            ring = Arrays.copyOf(ring, length);
            sorted = Arrays.copyOf(sorted, length);
        }
        int at = placeOf(value);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    /** Shifts what lies between the old value and the new one, and nothing else. */
    private void replace(double old, double value) {
        int from = placeOf(old);
        int to = placeOf(value);
        if (to > from) {
            to--;
            System.arraycopy(sorted, from + 1, sorted, from, to - from);
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
        }
        sorted[to] = value;
    }

    /** The number of values below {@code value}. */
    private int placeOf(double value) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public double deviations(double value) {
        double median = median();
        double spread = MEDIAN_DEVIATION_TO_SIGMA * medianDeviation(median);
        if (spread == 0) {
            spread = MEAN_DEVIATION_TO_SIGMA * meanDeviation(median);
        }
        return spread == 0 ? 0 : Math.abs(value - median) / spread;
    }

    private double median() {
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    private double medianDeviation(double median) {
        int half = size / 2;
        double upper = nearest(half + 1, median);
        return size % 2 == 1 ? upper : nearest(half, median) / 2 + upper / 2;
    }

    /**
     * How far the {@code count}-th nearest value is from {@code median}. The nearest ones stand side by side, and the
     * farther right they stand, the farther off is the last of them and the nearer the first: the best place is where
     * the last one becomes the farther, or the one before it.
     */
    private double nearest(int count, double median) {
        int from = 0;
        int to = size - count + 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle + count - 1] - median < median - sorted[middle]) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        double here = from + count <= size ? sorted[from + count - 1] - median : Double.POSITIVE_INFINITY;
        return from == 0 ? here : Math.min(here, median - sorted[from - 1]);
    }

    private double meanDeviation(double median) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.abs(sorted[i] - median);
        }
        return sum / size;
    }
}
