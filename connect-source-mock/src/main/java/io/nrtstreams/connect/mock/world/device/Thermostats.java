package io.nrtstreams.connect.mock.world.device;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.device.ThermostatReading.Mode;
import io.nrtstreams.connect.mock.world.home.House;
import io.nrtstreams.connect.mock.world.home.Houses;
import io.nrtstreams.connect.mock.world.noise.Bell;
import io.nrtstreams.connect.mock.world.noise.Noise;
import io.nrtstreams.connect.mock.world.noise.Sine;
import java.time.Duration;

/**
 * Thermostats, each in a house: it cools and heats at the outdoor temperatures at which the house's load says so. A
 * house lags behind the outdoor temperature and warms by its people, as far as it is allowed to.
 */
final class Thermostats {
    private static final long LAG_NANOS = 4 * 3_600_000_000_000L;

    /** Indoors is this much warmer than outdoors where nothing heats or cools. */
    private static final double WARMER = 3;

    /** A house that is heated or cooled is this near its set point, or nearer. */
    private static final double NEAR = 1.2;

    private static final double CYCLE_SECONDS = 1320;
    private static final int TEMPERATURE = 0;
    private static final int HUMIDITY = 1;

    private final Climate climate;
    private final Houses houses;
    private final Draws errors;
    private final Noise drift;
    private final Noise moisture;

    Thermostats(long seed, Climate climate, Houses houses) {
        this.climate = climate;
        this.houses = houses;
        errors = Draws.of(seed, "thermostats.errors");
        drift = Noise.of(seed, "thermostats.drift", Duration.ofMinutes(50));
        moisture = Noise.of(seed, "thermostats.moisture", Duration.ofHours(9));
    }

    ThermostatReading read(Device thermostat, long record, Moment now) {
        int nth = thermostat.nth();
        House house = houses.house(nth);
        double outdoor = climate.temperature(house.place(), now.epochNanos());
        double before = climate.temperature(house.place(), now.epochNanos() - LAG_NANOS);
        double occupancy = house.occupancyAt((double) now.local());
        double free = 0.35 * outdoor + 0.65 * before + WARMER + 1.5 * occupancy;
        double warmest = house.coolAboveC() + 2;
        double coldest = house.heatBelowC() + WARMER - (occupancy < 0.1 ? 1 : 0);
        double over = outdoor - house.coolAboveC();
        double under = house.heatBelowC() - outdoor;
        Mode mode = over > 0 ? Mode.COOL : under > 0 ? Mode.HEAT : Mode.OFF;
        double kept =
                Math.max(mixed(coldest, warmest - NEAR, over), Math.min(mixed(warmest, coldest + NEAR, under), free));
        double cycle = mode == Mode.OFF ? 0 : 0.3 * Sine.ofTurns(now.seconds() / CYCLE_SECONDS + nth * 0.37);
        double indoor =
                kept + cycle + 0.25 * drift.at(nth, now.seconds()) + 0.05 * Bell.of(errors.bits(record, TEMPERATURE));
        double humidity = 47
                + 7 * moisture.at(nth, now.seconds())
                + 5 * occupancy
                - (mode == Mode.COOL ? 5 : 0)
                + 0.4 * Bell.of(errors.bits(record, HUMIDITY));
        return new ThermostatReading(
                tenths(indoor), tenths(humidity), mode == Mode.HEAT ? coldest : warmest, mode, house.id(), outdoor);
    }

    /** From one limit to the other while it gets two degrees too warm or too cold outdoors. */
    private static double mixed(double from, double to, double degrees) {
        return from + Math.max(0, Math.min(1, degrees / 2)) * (to - from);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
