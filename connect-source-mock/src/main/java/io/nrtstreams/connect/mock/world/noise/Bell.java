package io.nrtstreams.connect.mock.world.noise;

/**
 * Numbers that are almost normal, with mean 0 and variance 1: the sum of the four 16-bit numbers in 64 random bits
 * (the Irwin-Hall distribution of order 4). Unlike normal ones they are bounded.
 */
public final class Bell {
    /** No number is farther from 0. */
    public static final double LIMIT = 3.4642;

    private static final double MEAN = 4 * 65_535 / 2.0;
    private static final double DEVIATION = Math.sqrt(4 * (65_536.0 * 65_536 - 1) / 12);

    private Bell() {}

    /** The number that 64 random bits stand for. */
    public static double of(long bits) {
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum - MEAN) / DEVIATION;
    }
}
