package io.nrtstreams.connect.cleaning.rules;

import java.util.Arrays;

/**
 * The last values of a series, in the order in which they came and in that of their size. It grows to its capacity and
 * then forgets the oldest: 16 bytes a value. A value costs time in proportion to the capacity, some 100 ns at 100. Not
 * thread-safe.
 */
final class RecentValues {
    /** Makes the median absolute deviation an estimate of the standard deviation of a normal distribution. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /** The same for the mean absolute deviation, the square root of pi halves. */
    private static final double MEAN_DEVIATION_TO_SIGMA = 1.2533141373155;

    private final int capacity;
    private double[] ring;
    private double[] sorted;
    private int size;
    private int next;

    RecentValues(int capacity) {
        this.capacity = capacity;
        this.ring = new double[Math.min(capacity, 8)];
        this.sorted = new double[ring.length];
    }

    int size() {
        return size;
    }

    /** Takes a finite value in, and forgets the oldest where there are too many. */
    void add(double given) {
        // Unlike 0.0, -0.0 would be looked for in another place than it stands.
        double value = given + 0.0;
        if (size == capacity) {
            remove(ring[next]);
        } else if (size == ring.length) {
            int length = Math.min(capacity, 2 * size);
            ring = Arrays.copyOf(ring, length);
            sorted = Arrays.copyOf(sorted, length);
        }
        insert(value);
        ring[next] = value;
        next = next + 1 == capacity ? 0 : next + 1;
    }

    private void remove(double value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }

    private void insert(double value) {
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
    }

    /** How many sample standard deviations {@code value} is from the mean; 0 where the values do not spread. */
    double standardDeviations(double value) {
        // In two passes over the differences from one of the values, so that large values that differ little keep their
        // digits.
        double origin = sorted[size / 2];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += sorted[i] - origin;
        }
        double mean = sum / size;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double difference = sorted[i] - origin - mean;
            squares += difference * difference;
        }
        return deviations(Math.abs(value - origin - mean), Math.sqrt(squares / (size - 1)));
    }

    /**
     * How many deviations {@code value} is from the median, by the median absolute deviation, or by the mean absolute
     * deviation where more than half of the values are the same (Iglewicz and Hoaglin, How to Detect and Handle
     * Outliers, 1993); 0 where the values do not spread.
     */
    double medianDeviations(double value) {
        double median = median();
        double spread = MAD_TO_SIGMA * medianDeviation(median);
        if (spread == 0) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += Math.abs(sorted[i] - median);
            }
            spread = MEAN_DEVIATION_TO_SIGMA * sum / size;
        }
        return deviations(Math.abs(value - median), spread);
    }

    private static double deviations(double distance, double spread) {
        return spread == 0 ? 0 : distance / spread;
    }

    private double median() {
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    /** The median of the distances from {@code median}: from the middle of the sorted values they grow to both sides. */
    private double medianDeviation(double median) {
        int right = size / 2;
        int left = right - 1;
        double before = 0;
        double last = 0;
        for (int taken = 0; taken <= size / 2; taken++) {
            double toLeft = left >= 0 ? median - sorted[left] : Double.POSITIVE_INFINITY;
            double toRight = right < size ? sorted[right] - median : Double.POSITIVE_INFINITY;
            before = last;
            if (toLeft < toRight) {
                last = toLeft;
                left--;
            } else {
                last = toRight;
                right++;
            }
        }
        return size % 2 == 1 ? last : before / 2 + last / 2;
    }
}
