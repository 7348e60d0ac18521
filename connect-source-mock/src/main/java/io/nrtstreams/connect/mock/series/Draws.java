package io.nrtstreams.connect.mock.series;

/**
 * Random numbers that are a pure function of (seed, purpose, record, field): any record can be computed alone, in any
 * order, on any thread.
 *
 * <p>The output function is that of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * 2014, with Stafford's variant 13 of the finaliser), applied to a counter in place of a state.
 */
public final class Draws {
    /** The most fields that one record may draw. */
    public static final int FIELDS = 64;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;

    private Draws(long origin) {
        this.origin = origin;
    }

    /** The draws of a seed; draws for another purpose, e.g. another feed, have nothing to do with them. */
    public static Draws of(long seed, String purpose) {
        long origin = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            origin = mix(origin + GOLDEN_GAMMA * (purpose.charAt(i) + 1L));
        }
        return new Draws(origin);
    }

    /** 64 random bits for a field of a record. */
    public long bits(long record, int field) {
        return mix(origin + GOLDEN_GAMMA * (record * FIELDS + field + 1));
    }

    /** A whole number from 0 to {@code bound - 1}, each equally likely (within 2^-32 of it). */
    public int below(int bound, long record, int field) {
        return (int) (((bits(record, field) >>> 32) * bound) >>> 32);
    }

    /** A whole number from {@code least} to {@code most}. */
    public int between(int least, int most, long record, int field) {
        return least + below(most - least + 1, record, field);
    }

    /** A number of [0, 1) with 53 random bits. */
    public double unit(long record, int field) {
        return (bits(record, field) >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
