package io.nrtstreams.connect.cleaning.rules;

import java.util.Arrays;

/**
 * Measures by the mean and the sample standard deviation. It grows to its capacity, 8 bytes a value. A value costs time
 * in proportion to the capacity, as both are worked out anew: sums that were kept going would lose their digits to each
 * large value that comes and leaves.
 */
final class RecentMean implements RecentValues {
    private final int capacity;
    private double[] ring;
    private int size;
    private int next;

    RecentMean(int capacity) {
        this.capacity = capacity;
        this.ring = new double[Math.min(capacity, 8)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(double value) {
        if (size == ring.length && size < capacity) {
            ring = Arrays.copyOf(ring, Math.min(capacity, 2 * size));
        }
        ring[next] = value;
        next = next + 1 == capacity ? 0 : next + 1;
        size = Math.min(size + 1, capacity);
    }

    @Override
    public double deviations(double value) {
        // Differences from one of the values: large ones that differ little keep their digits, equal ones differ by 0.
        double origin = ring[0];
        double mean = sum(origin) / size;
        double spread = Math.sqrt(sumOfSquares(origin, mean) / (size - 1));
        return spread == 0 ? 0 : Math.abs(value - origin - mean) / spread;
    }

    /** In four parts, as additions that do not wait for each other take a quarter of the time. */
    private double sum(double origin) {
        double[] values = ring;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < size - 3; i += 4) {
            a += values[i] - origin;
            b += values[i + 1] - origin;
            c += values[i + 2] - origin;
            d += values[i + 3] - origin;
        }
        for (; i < size; i++) {
            a += values[i] - origin;
        }
        return (a + b) + (c + d);
    }

    private double sumOfSquares(double origin, double mean) {
        double[] values = ring;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < size - 3; i += 4) {
            a += square(values[i] - origin - mean);
            b += square(values[i + 1] - origin - mean);
            c += square(values[i + 2] - origin - mean);
            d += square(values[i + 3] - origin - mean);
        }
        for (; i < size; i++) {
            a += square(values[i] - origin - mean);
        }
        return (a + b) + (c + d);
    }

    private static double square(double value) {
        return value * value;
    }
}
