package io.nrtstreams.connect.mock.world.climate;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.world.noise.Noise;
import io.nrtstreams.connect.mock.world.noise.Sine;
import io.nrtstreams.connect.mock.world.noise.YearCurve;
import java.time.Duration;
import java.util.List;

/**
 * The weather of a seed: seasons, days and nights, weather systems of some days that the places of a region share,
 * and what changes within hours. All of a place's values come from the same systems, so they agree: high pressure is
 * clear and dry, rain falls from clouds, cools and moistens the air, clouds make the days cooler and the nights milder.
 *
 * <p>A pure function of (seed, place, instant), continuous in time; any instant costs the same. Immutable and
 * thread-safe.
 */
public final class Climate {
    private static final List<Seasons> SEASONS =
            City.ALL.stream().map(Seasons::new).toList();
    private static final double NANOS = 1e9;

    /** The hour of solar time at which a day is warmest. */
    private static final double WARMEST = 14.6;

    /** The offset of the series of places from those of regions. */
    private static final int PLACES = 16;

    private final Noise system;
    private final Noise disturbance;
    private final Noise air;
    private final Noise local;
    private final Noise hours;
    private final Noise flicker;
    private final Noise moisture;
    private final Noise clouds;
    private final Noise band;
    private final Noise shower;
    private final Noise wind;
    private final Noise gust;
    private final Noise veer;

    /** The climate of a seed. */
    public Climate(long seed) {
        system = Noise.of(seed, "climate.system", Duration.ofHours(110));
        disturbance = Noise.of(seed, "climate.disturbance", Duration.ofHours(43));
        air = Noise.of(seed, "climate.air", Duration.ofHours(84));
        local = Noise.of(seed, "climate.local", Duration.ofHours(29));
        hours = Noise.of(seed, "climate.hours", Duration.ofMinutes(150));
        flicker = Noise.of(seed, "climate.flicker", Duration.ofMinutes(13));
        moisture = Noise.of(seed, "climate.moisture", Duration.ofHours(60));
        clouds = Noise.of(seed, "climate.clouds", Duration.ofHours(5));
        band = Noise.of(seed, "climate.band", Duration.ofHours(11));
        shower = Noise.of(seed, "climate.shower", Duration.ofMinutes(80));
        wind = Noise.of(seed, "climate.wind", Duration.ofHours(6));
        gust = Noise.of(seed, "climate.gust", Duration.ofMinutes(17));
        veer = Noise.of(seed, "climate.veer", Duration.ofHours(7));
    }

    /**
     * The weather at a place.
     *
     * @param place one of {@link City#ALL}
     * @param epochNanos nanoseconds since the epoch
     */
    public Weather at(City place, long epochNanos) {
        return at(Places.index(place.query()), epochNanos);
    }

    /** The weather at the place of a number in {@link City#ALL}. */
    public Weather at(int place, long epochNanos) {
        return weather(place, epochNanos / NANOS, sky(place, epochNanos / NANOS));
    }

    /** The {@link Weather#temperatureC()} of a place, in half the time. */
    public double temperature(int place, long epochNanos) {
        double seconds = epochNanos / NANOS;
        return temperature(place, seconds, sky(place, seconds));
    }

    /**
     * What the other values follow from.
     *
     * @param part of the year
     * @param hour solar time
     * @param dawn hour of solar time
     * @param front the weather system, in standard deviations: above 0 high pressure
     * @param rain how far the air is beyond raining, in standard deviations
     * @param cloud share of the sky
     * @param warmth where the day is between its coldest (-1) and its warmest (1)
     */
    private record Sky(
            Seasons seasons,
            double part,
            double hour,
            double dawn,
            double front,
            double rain,
            double cloud,
            double warmth) {
        /** Rain beyond its beginning, at most 1. */
        double soaked() {
            return Math.min(1, Math.max(0, rain));
        }
    }

    private Sky sky(int place, double seconds) {
        Seasons seasons = SEASONS.get(place);
        int region = seasons.normals.region();
        double part = YearCurve.part(seconds);
        double hour = seasons.sun.hour(seconds, part);
        double dawn = seasons.sun.sunrise(part);
        double front = 0.76 * system.at(region, seconds)
                + 0.56 * disturbance.at(region, seconds)
                + 0.33 * disturbance.at(PLACES + place, seconds);
        double spell = 0.68 * band.at(region, seconds) - 0.6 * front;
        double wet = 0.91 * spell + 0.565 * shower.at(PLACES + place, seconds);
        double rain = wet - seasons.rainsAbove.at(part);
        double cloud = cloud(seasons.cloud.at(part), 0.7 * spell + 0.7 * clouds.at(PLACES + place, seconds), rain);
        return new Sky(seasons, part, hour, dawn, front, rain, cloud, warmth(hour, dawn));
    }

    /** Least variable where the sky is mostly clear or mostly covered; rain needs two thirds of it covered. */
    private static double cloud(double normal, double deviation, double rain) {
        double spread = 0.14 + 0.84 * normal * (1 - normal);
        double free = normal + spread * deviation;
        return Math.max(0, Math.min(1, Math.max(free, 0.66 + 0.8 * rain)));
    }

    /** Up from dawn to the warmest hour, and down, faster in the evening than before dawn, to the next dawn. */
    private static double warmth(double hour, double dawn) {
        if (hour >= dawn && hour < WARMEST) {
            return -Sine.cosineOfTurns((hour - dawn) / (WARMEST - dawn) / 2);
        }
        double since = hour >= WARMEST ? hour - WARMEST : hour + 24 - WARMEST;
        double down = since / (24 + dawn - WARMEST);
        return Sine.cosineOfTurns(down * (1.5 - 0.5 * down) / 2);
    }

    private double temperature(int place, double seconds, Sky sky) {
        Seasons seasons = sky.seasons;
        int region = seasons.normals.region();
        double normalCloud = seasons.cloud.at(sky.part);
        double spell = 0.3 * sky.front + 0.78 * air.at(region, seconds) + 0.55 * local.at(PLACES + place, seconds);
        return seasons.mean.at(sky.part)
                + seasons.swing.at(sky.part) * (1 + 0.5 * (normalCloud - sky.cloud)) * sky.warmth
                + seasons.spells.at(sky.part) * spell
                + 0.4 * hours.at(PLACES + place, seconds)
                + 0.08 * flicker.at(PLACES + place, seconds)
                - 2.4 * sky.soaked();
    }

    private Weather weather(int place, double seconds, Sky sky) {
        double celsius = temperature(place, seconds, sky);
        double vapour = vapour(place, seconds, sky, celsius);
        double kph = windKph(place, seconds, sky);
        return new Weather(
                celsius,
                feelsLike(celsius, vapour, kph),
                Math.min(100, 100 * vapour / Vapour.pressure(celsius)),
                100 * sky.cloud,
                pressure(seconds, sky),
                kph,
                windDegree(place, seconds, sky),
                rain(sky),
                sky.hour > sky.dawn && sky.hour < 24 - sky.dawn);
    }

    /** Pressure of the air's vapour in hPa: moist spells, and near saturation where it rains. */
    private double vapour(int place, double seconds, Sky sky, double celsius) {
        Seasons seasons = sky.seasons;
        double moist = 0.8 * moisture.at(seasons.normals.region(), seconds)
                + 0.5 * local.at(2 * PLACES + place, seconds)
                - 0.35 * sky.front;
        double dewPoint = seasons.dewPoint.at(sky.part) - 1 + 1.9 * moist + 0.6 * sky.warmth;
        double ofRain = celsius - 1.8 + 10 * Math.min(0, sky.rain);
        return Vapour.pressure(Math.min(celsius - 0.4, Math.max(dewPoint, ofRain)));
    }

    /**
     * The apparent temperature of Steadman ("Norms of apparent temperature in Australia", 1994) as the Bureau of
     * Meteorology computes it from vapour pressure in hPa and wind in m/s.
     */
    private static double feelsLike(double celsius, double vapour, double kph) {
        return celsius + 0.33 * vapour - 0.7 * kph / 3.6 - 4;
    }

    private double pressure(double seconds, Sky sky) {
        Normals normals = sky.seasons.normals;
        // Highest at 10 and 22 o'clock, as nearly everywhere.
        double tide = normals.tide() * Sine.cosineOfTurns((sky.hour - 10) / 12);
        return sky.seasons.pressure.at(sky.part)
                + normals.front() * sky.front
                + tide
                + 0.15 * hours.at(normals.region(), seconds);
    }

    /** Strongest in the warm hours and where a system of low pressure passes; never quite calm. */
    private double windKph(int place, double seconds, Sky sky) {
        double usual = sky.seasons.wind.at(sky.part) * (1.05 + 0.4 * sky.warmth);
        double unsteady = 1 + 0.3 * wind.at(PLACES + place, seconds) + 0.12 * gust.at(PLACES + place, seconds);
        double storm = 4 * Math.max(0, -sky.front - 0.6);
        return Math.max(3.6, usual * unsteady + storm);
    }

    private double windDegree(int place, double seconds, Sky sky) {
        double turns = (sky.seasons.windFrom.at(sky.part)
                        + sky.seasons.normals.breeze() / 2 * sky.warmth
                        + 25 * veer.at(PLACES + place, seconds)
                        + 8 * gust.at(2 * PLACES + place, seconds))
                / 360;
        return (turns - Math.floor(turns)) * 360;
    }

    private static double rain(Sky sky) {
        double beyond = Math.max(0, sky.rain);
        return sky.seasons.normals.rainRate() * beyond * (0.6 + 1.4 * beyond);
    }
}
