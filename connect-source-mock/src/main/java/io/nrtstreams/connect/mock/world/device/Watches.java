package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.WallClock;
import io.nrtstreams.connect.mock.world.noise.Bell;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import io.nrtstreams.connect.mock.world.noise.Noise;
import java.time.Duration;

/**
 * Watches. Each hour of each day has a drawn pace, the steps of a day are the paces' sum since local midnight, and the
 * heart follows the pace.
 */
final class Watches {
    /** Steps in an hour, in hundredths of a usual one. */
    private static final DayCurve WEEKDAY = DayCurve.ofHundredths(
            2, 1, 0, 0, 1, 20, 90, 170, 220, 120, 100, 110, 190, 170, 100, 100, 120, 200, 220, 180, 120, 70, 30, 10);

    private static final DayCurve WEEKEND = DayCurve.ofHundredths(
            8, 4, 1, 0, 0, 5, 30, 80, 130, 190, 230, 220, 180, 160, 170, 190, 190, 180, 170, 150, 110, 70, 40, 15);

    /** How deep asleep, in hundredths. */
    private static final DayCurve ASLEEP = DayCurve.ofHundredths(
            80, 100, 100, 100, 100, 80, 40, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 30, 60);

    private static final int HOUR_BITS = 38;
    private static final int HOURS_OF_DAY = 32;
    private static final double HOUR = 3600;

    private static final Draws TRAITS = Draws.of(0, "devices.watches");
    private static final int RESTING = 0;
    private static final int STEPS = 1;

    private static final int PACE = 0;
    private static final int RUNS = 1;
    private static final int HEART = 0;
    private static final int OXYGEN = 1;

    private final Draws paces;
    private final Draws errors;
    private final Noise arousal;
    private final Noise oxygen;
    private final Battery battery;

    Watches(long seed) {
        paces = Draws.of(seed, "watches.paces");
        errors = Draws.of(seed, "watches.errors");
        arousal = Noise.of(seed, "watches.arousal", Duration.ofMinutes(9));
        oxygen = Noise.of(seed, "watches.oxygen", Duration.ofMinutes(70));
        battery = new Battery(seed, "watches.battery", 1.5, 8, 55);
    }

    WatchReading read(Device watch, long record, Moment now) {
        long midnight = Places.clock(watch.place()).midnight((long) Math.floor(now.seconds()));
        double elapsed = (now.seconds() - midnight) / HOUR;
        long day = Math.floorDiv(now.local(), (long) WallClock.DAY);
        double usual = TRAITS.between(220, 560, watch.nth(), STEPS);
        double pace = usual / 60 * paceNow(watch.nth(), day, elapsed, now.weekend());
        int resting = TRAITS.between(54, 76, watch.nth(), RESTING);
        double asleep = ASLEEP.at(now.hour());
        double heart = resting
                - 8 * asleep
                + 0.62 * pace
                + (3.5 - 2 * asleep) * arousal.at(watch.nth(), now.seconds())
                + 1.2 * Bell.of(errors.bits(record, HEART));
        double spo2 = 97.3
                - 0.8 * asleep
                + 0.7 * oxygen.at(watch.nth(), now.seconds())
                + 0.4 * Bell.of(errors.bits(record, OXYGEN));
        return new WatchReading(
                battery.level(watch.nth(), now.seconds(), now.solarAhead(watch.place())),
                (int) Math.round(Math.max(38, Math.min(heart, 200))),
                (int) (usual * steps(watch.nth(), day, elapsed, now.weekend())),
                (int) Math.round(Math.max(90, Math.min(spo2, 100))),
                resting,
                pace);
    }

    /** Steps since midnight in those of a usual hour: whole hours, and a part of the present one. */
    private double steps(int nth, long day, double elapsed, boolean weekend) {
        int present = (int) elapsed;
        double steps = 0;
        for (int hour = 0; hour < present; hour++) {
            steps += pace(nth, day, hour, weekend);
        }
        return steps + (elapsed - present) * pace(nth, day, present, weekend);
    }

    /** The pace of an hour after midnight; a day of 25 hours has one more. Every 50th hour is one of sports. */
    private double pace(int nth, long day, int hour, boolean weekend) {
        long record = ((long) nth << HOUR_BITS) + day * HOURS_OF_DAY + hour;
        double usual = (weekend ? WEEKEND : WEEKDAY).atHour(Math.min(hour, 23));
        double drawn = 0.3 + 1.4 * paces.unit(record, PACE);
        return usual * (paces.below(50, record, RUNS) == 0 ? 4 : drawn);
    }

    /** The pace that changes evenly from the middle of an hour to the middle of the next. */
    private double paceNow(int nth, long day, double elapsed, boolean weekend) {
        int from = (int) Math.max(0, elapsed - 0.5);
        double part = Math.max(0, elapsed - 0.5 - from);
        double before = pace(nth, day, from, weekend);
        return before + part * (pace(nth, day, from + 1, weekend) - before);
    }
}
