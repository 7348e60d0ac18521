package io.nrtstreams.connect.mock.custom;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.noise.Bell;

/**
 * A random walk of each device that can be asked for any step: the walk is drawn at powers of two and halved from there
 * (Lévy's construction of Brownian motion), so step n costs about 2 log2(n) draws. Steps have mean 0 and the variance
 * that was asked for; a walk that would leave its bounds is reflected at them.
 *
 * @param draws of this field alone
 * @param start value of step 0
 * @param step standard deviation of a step
 * @param least bound
 * @param most bound
 */
record Walk(Draws draws, double start, double step, double least, double most) implements Generator {
    private static final int ORIGIN = 63;
    private static final int STEP = 0;

    @Override
    public Object value(Moment moment) {
        return reflected(start + step * standard(moment.device, moment.round));
    }

    @Override
    public Bounds bounds() {
        return new Bounds(least, most);
    }

    /** The walk of a device with steps of variance 1. */
    private double standard(int device, long n) {
        if (n == 0) {
            return 0;
        }
        // Devices have walks of their own: their draws begin at places far from each other.
        long origin = draws.bits(device, ORIGIN) >>> 6;
        long low = 1;
        double atLow = normal(origin, 1);
        while (low << 1 <= n) {
            atLow += Math.sqrt((double) low) * normal(origin, low << 1);
            low <<= 1;
        }
        long high = low << 1;
        double atHigh = atLow + Math.sqrt((double) low) * normal(origin, high);
        while (low != n) {
            long middle = (low + high) >>> 1;
            double atMiddle = (atLow + atHigh) / 2 + Math.sqrt((double) (high - low)) / 2 * normal(origin, middle);
            if (middle <= n) {
                low = middle;
                atLow = atMiddle;
            } else {
                high = middle;
                atHigh = atMiddle;
            }
        }
        return atLow;
    }

    private double normal(long origin, long at) {
        return Bell.of(draws.bits(origin + at, STEP));
    }

    private double reflected(double free) {
        double width = most - least;
        double turns = (free - least) / (2 * width);
        double part = (turns - Math.floor(turns)) * 2 * width;
        return least + (part <= width ? part : 2 * width - part);
    }
}
