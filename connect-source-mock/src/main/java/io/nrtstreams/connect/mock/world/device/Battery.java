package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.series.Draws;

/**
 * A battery that is charged once a day, from a level that is another one each day, and drains evenly until the next
 * day. Any instant is computed alone. Immutable.
 */
final class Battery {
    private static final int CYCLE_BITS = 38;
    private static final double DAY = 86_400;
    private static final int LEVEL = 0;
    private static final int HOUR = 1;

    private final Draws draws;
    private final double chargingShare;
    private final int lowest;
    private final int highest;

    /**
     * @param chargingHours how long it charges
     * @param lowest percent when charging begins, at least
     * @param highest percent when charging begins, at most
     */
    Battery(long seed, String purpose, double chargingHours, int lowest, int highest) {
        this.draws = Draws.of(seed, purpose);
        this.chargingShare = chargingHours / 24;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Percent; {@code solarHours} is how far the sun is ahead of Greenwich: people charge in the evening. */
    int level(long series, double epochSeconds, double solarHours) {
        long first = series << CYCLE_BITS;
        double plugged = 20 + 4 * draws.unit(first, HOUR);
        double place = epochSeconds / DAY + (solarHours - plugged) / 24;
        double floor = Math.floor(place);
        long cycle = first + (long) floor;
        double part = place - floor;
        double level = part < chargingShare
                ? mixed(least(cycle), 100, part / chargingShare)
                : mixed(100, least(cycle + 1), (part - chargingShare) / (1 - chargingShare));
        return (int) Math.round(level);
    }

    private double least(long cycle) {
        return lowest + (highest - lowest) * draws.unit(cycle, LEVEL);
    }

    private static double mixed(double from, double to, double part) {
        return from + part * (to - from);
    }
}
