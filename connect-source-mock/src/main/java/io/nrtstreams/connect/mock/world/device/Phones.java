package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.noise.Bell;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import io.nrtstreams.connect.mock.world.noise.Noise;
import java.time.Duration;

/** Phones, whose owners go from home to work and back on weekdays, and are out and about in their free time. */
final class Phones {
    /** How likely the screen is on, in hundredths. */
    private static final DayCurve LOOKED_AT = DayCurve.ofHundredths(
            12, 6, 3, 2, 2, 5, 18, 28, 26, 20, 20, 22, 30, 26, 20, 20, 22, 30, 34, 36, 40, 42, 34, 22);

    private static final double LOOK_SECONDS = 150;
    private static final double WORK_BEGINS = 9.0;
    private static final double WORK_ENDS = 17.5;
    private static final double WAY_HOURS = 0.7;
    private static final int LOOK_BITS = 38;

    private static final Draws TRAITS = Draws.of(0, "devices.phones");
    private static final int HOME_LAT = 0;
    private static final int HOME_LON = 1;
    private static final int WORK_LAT = 2;
    private static final int COMMUTES = 4;
    private static final int LATE = 5;

    private static final int SIGNAL = 0;
    private static final int LAT = 1;
    private static final int LON = 2;

    private final Draws errors;
    private final Draws looks;
    private final Noise signal;
    private final Noise north;
    private final Noise east;
    private final Battery battery;

    Phones(long seed) {
        errors = Draws.of(seed, "phones.errors");
        looks = Draws.of(seed, "phones.looks");
        signal = Noise.of(seed, "phones.signal", Duration.ofMinutes(25));
        north = Noise.of(seed, "phones.north", Duration.ofMinutes(130));
        east = Noise.of(seed, "phones.east", Duration.ofMinutes(130));
        battery = new Battery(seed, "phones.battery", 2.2, 4, 45);
    }

    PhoneReading read(Device phone, long record, Moment now) {
        int nth = phone.nth();
        City city = City.ALL.get(phone.place());
        double atWork = now.weekend() ? 0 : atWork(nth, now.hour());
        // Nobody wanders at night or at work.
        double free = (1 - atWork) * Math.min(1, LOOKED_AT.at(now.hour()) / 0.2);
        double lat = between(city.lat(), nth, HOME_LAT, atWork)
                + 0.006 * free * north.at(nth, now.seconds())
                + 0.00003 * Bell.of(errors.bits(record, LAT));
        double lon = between(city.lon(), nth, HOME_LON, atWork)
                + 0.006 * free * east.at(nth, now.seconds())
                + 0.00003 * Bell.of(errors.bits(record, LON));
        double dbm = -88 + 9 * signal.at(nth, now.seconds()) + 1.5 * Bell.of(errors.bits(record, SIGNAL));
        return new PhoneReading(
                battery.level(nth, now.seconds(), now.solarAhead(phone.place())),
                (int) Math.round(Math.max(-130, Math.min(dbm, -45))),
                Math.round(lat * 1e5) / 1e5,
                Math.round(lon * 1e5) / 1e5,
                looks.unit(((long) nth << LOOK_BITS) + (long) Math.floor(now.seconds() / LOOK_SECONDS), 0)
                        < LOOKED_AT.at(now.hour()),
                atWork);
    }

    /** Between home and work, each within 0.1 degrees of the city's middle. */
    private static double between(double middle, int nth, int homeField, double atWork) {
        double home = 0.2 * TRAITS.unit(nth, homeField) - 0.1;
        double work = 0.2 * TRAITS.unit(nth, homeField + WORK_LAT) - 0.1;
        return middle + home + atWork * (work - home);
    }

    /** Three in four go to work, each at an hour of their own. */
    private static double atWork(int nth, double hour) {
        if (TRAITS.below(4, nth, COMMUTES) == 0) {
            return 0;
        }
        double late = 2 * TRAITS.unit(nth, LATE) - 1;
        return smooth((hour - late - WORK_BEGINS) / WAY_HOURS + 1) - smooth((hour - late - WORK_ENDS) / WAY_HOURS);
    }

    private static double smooth(double part) {
        double t = Math.max(0, Math.min(1, part));
        return t * t * (3 - 2 * t);
    }
}
