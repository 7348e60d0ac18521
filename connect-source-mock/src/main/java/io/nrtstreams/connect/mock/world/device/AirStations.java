package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.climate.Places;
import io.nrtstreams.connect.mock.world.climate.Weather;
import io.nrtstreams.connect.mock.world.noise.Bell;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import io.nrtstreams.connect.mock.world.noise.Noise;
import io.nrtstreams.connect.mock.world.noise.Sine;
import io.nrtstreams.connect.mock.world.noise.YearCurve;
import java.time.Duration;

/** Air stations at streets: traffic soils the air, wind thins it and rain washes it. Solar cells charge them. */
final class AirStations {
    private static final DayCurve WEEKDAY = DayCurve.ofHundredths(
            14, 9, 7, 7, 12, 28, 58, 88, 100, 82, 66, 62, 64, 64, 66, 74, 88, 98, 100, 84, 62, 46, 34, 22);

    private static final DayCurve WEEKEND = DayCurve.ofHundredths(
            26, 18, 12, 9, 8, 12, 20, 30, 42, 54, 64, 70, 72, 70, 68, 66, 66, 68, 70, 66, 58, 48, 42, 34);

    private static final YearCurve CALIFORNIA = YearCurve.ofMonths(15, 13, 11, 10, 10, 11, 12, 12, 12, 13, 15, 16);
    private static final YearCurve PUNE = YearCurve.ofMonths(62, 56, 48, 42, 34, 22, 16, 15, 20, 40, 58, 66);
    private static final YearCurve MUMBAI = YearCurve.ofMonths(88, 78, 60, 44, 32, 20, 15, 15, 22, 54, 82, 92);

    private static final Draws TRAITS = Draws.of(0, "devices.air");
    private static final int DIRTIER = 0;
    private static final int WARMER = 1;

    private static final int FINE = 0;
    private static final int COARSE = 1;
    private static final int GAS = 2;
    private static final int HUMIDITY = 3;

    private final Climate climate;
    private final Draws errors;
    private final Noise haze;
    private final Noise dust;
    private final Noise street;
    private final YearCurve[] usual;

    AirStations(long seed, Climate climate) {
        this.climate = climate;
        errors = Draws.of(seed, "air.errors");
        haze = Noise.of(seed, "air.haze", Duration.ofHours(31));
        dust = Noise.of(seed, "air.dust", Duration.ofHours(5));
        street = Noise.of(seed, "air.street", Duration.ofMinutes(35));
        usual = new YearCurve[] {CALIFORNIA, CALIFORNIA, CALIFORNIA, CALIFORNIA};
        usual[Places.index("Pune")] = PUNE;
        usual[Places.index("Mumbai")] = MUMBAI;
    }

    AirReading read(Device station, long record, Moment now) {
        int nth = station.nth();
        Weather weather = climate.at(station.place(), now.epochNanos());
        double traffic = (now.weekend() ? WEEKEND : WEEKDAY).at(now.hour());
        double thinned = 16 / (8 + weather.windKph()) / (1 + 0.5 * weather.rainMm());
        double uneven = Math.max(
                0.3, 1 + 0.22 * haze.at(station.place(), now.seconds()) + 0.14 * street.at(nth, now.seconds()));
        double dirtier = 0.7 + 0.6 * TRAITS.unit(nth, DIRTIER);
        double fine = usual[station.place()].at(YearCurve.part(now.seconds()))
                * dirtier
                * (0.5 + 0.8 * traffic)
                * thinned
                * uneven
                * (1 + 0.03 * Bell.of(errors.bits(record, FINE)));
        double coarse = fine * (1.5 + 0.1 * dust.at(nth, now.seconds()))
                + 3
                + 0.25 * weather.windKph() / (1 + weather.rainMm());
        double gas = 412 + 70 * traffic * thinned * uneven + 3 * Bell.of(errors.bits(record, GAS));
        double warmer = 1.2 * TRAITS.unit(nth, WARMER) - 0.6;
        double humidity = weather.humidity() - 3 * warmer + 0.5 * Bell.of(errors.bits(record, HUMIDITY));
        return new AirReading(
                battery(weather, now),
                tenths(Math.max(1, fine)),
                tenths(Math.max(2, coarse * (1 + 0.03 * Bell.of(errors.bits(record, COARSE))))),
                (int) Math.round(gas),
                tenths(weather.temperatureC() + warmer),
                tenths(Math.max(1, Math.min(100, humidity))),
                traffic,
                weather);
    }

    /** Fullest in the afternoon, less so under clouds. */
    private static int battery(Weather weather, Moment now) {
        double charged = 84 + 12 * Sine.cosineOfTurns((now.hour() - 17) / 24) - 0.08 * weather.cloud();
        return (int) Math.round(charged);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
