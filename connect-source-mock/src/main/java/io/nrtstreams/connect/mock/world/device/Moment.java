package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.WallClock;

/**
 * An instant as the people at a place see it.
 *
 * @param epochNanos since 1970
 * @param seconds since 1970, with fractions
 * @param local seconds from 1970-01-01T00:00 on the clock
 * @param hour of the clock, 0 to below 24
 * @param weekend whether it is Saturday or Sunday
 */
record Moment(long epochNanos, double seconds, long local, double hour, boolean weekend) {
    private static final long NANOS = 1_000_000_000;

    /** How many hours the sun at a place is ahead of that at Greenwich. */
    double solarAhead(int place) {
        return City.ALL.get(place).lon() / 15;
    }

    static Moment of(int place, long epochNanos) {
        long local = Places.clock(place).local(Math.floorDiv(epochNanos, NANOS));
        double hour = Math.floorMod(local, (long) WallClock.DAY) / 3600.0;
        boolean weekend = WallClock.isWeekend(Math.floorDiv(local, (long) WallClock.DAY));
        return new Moment(epochNanos, epochNanos / 1e9, local, hour, weekend);
    }
}
