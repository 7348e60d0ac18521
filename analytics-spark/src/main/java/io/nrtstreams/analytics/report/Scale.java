package io.nrtstreams.analytics.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to positions in a straight line.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}; greater than {@code low}
 * @param from a position in pixels
 * @param to a position in pixels
 */
record Scale(double low, double high, double from, double to) {
    /** About how many ticks an axis has. */
    private static final int TICKS = 6;

    /** A scale over {@code values} that begins and ends at ticks. */
    static Scale nice(double least, double greatest, double from, double to) {
        double spread = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
        double low = greatest > least ? least : least - spread / 2;
        double high = greatest > least ? greatest : least + spread / 2;
        double step = step(high - low);
        return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** The round values between both ends: multiples of 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double step = step(high - low);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long i = first; i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static double step(double range) {
        double rough = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fraction = rough / power;
        double nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
        return nice * power;
    }
}
